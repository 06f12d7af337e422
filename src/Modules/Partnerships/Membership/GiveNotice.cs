using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A member school says in good time that it will leave, so that the others can plan without it. Sooner than the notice allows it leaves by a decision of the body alone. Its own
/// notice counts from today; one that was given on paper before is for the lead to record, who received it.</summary>
public sealed record GiveNotice(Urn Urn, DateOnly LeavesOn, DateOnly OccurredOn, DecisionId? WaivedBy = null) : ICommand
{
    public Objection? Objection(Partnership partnership, WaivingDecision? decision, Acting acting) =>
        partnership.NotRecordedBy(acting, acting.Leads(partnership.Id) || acting.IsAt(Urn, Capacity.Headteacher, Capacity.ChairOfGovernors), "the head or chair of the school, or the lead")
        ?? (partnership.Members.Current(Urn) is not { } member || member.From > OccurredOn ? new("XCT-8", $"School {Urn} was not a member on {OccurredOn:d MMMM yyyy}.", "urn")
        : OccurredOn < acting.Today && (!acting.Leads(partnership.Id) || acting.TiedTo(Urn, acting.Today, Capacity.Headteacher, Capacity.ChairOfGovernors))
            ? new("PRT-5", "Your notice counts from the day you give it here; one given on paper earlier is recorded by the lead.", "occurredOn")
        : LeavesOn < OccurredOn ? Contracts.Objection.Malformed("leavesOn", "The last day is the day of the notice or later.")
        : partnership.Notices.Any(notice => notice.Urn == Urn && (WaivedBy is null || notice.LeavesOn <= LeavesOn))
            ? Contracts.Objection.Malformed("urn", "This school has given notice; only a decision lets it leave sooner than that.")
        : WaivedBy is not null && decision?.PartnershipId != partnership.Id ? Contracts.Objection.Unknown("waivedBy")
        : decision?.Waives(Urn, OccurredOn, partnership.Members) == false
            ? new("PRT-5", $"Only a review of this school's membership that was approved by {OccurredOn:d MMMM yyyy} waives the notice.", "waivedBy")
        : decision is null && LeavesOn < NoticePolicy.EarliestLeaving(OccurredOn)
            ? new("PRT-5", $"Notice given on {OccurredOn:d MMMM yyyy} is for {NoticePolicy.EarliestLeaving(OccurredOn):d MMMM yyyy} or later, unless a decision waives it.", "leavesOn")
        : null);

    public NoticeGiven Decide(Partnership partnership) => new(partnership.Id, Urn, LeavesOn, WaivedBy, OccurredOn, NoticePolicy.Version);
}

public static class GiveNoticeEndpoint
{
    public static Task<WaivingDecision?> LoadAsync(GiveNotice command, IQuerySession session, CancellationToken token) => WaivingDecision.FindAsync(command.WaivedBy, session, token);

    public static Objection? Validate(GiveNotice command, Partnership partnership, WaivingDecision? decision, Acting acting) => command.Objection(partnership, decision, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/notices")]
    public static (Recorded, Events) Post(GiveNotice command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
