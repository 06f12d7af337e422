using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A school that closed goes on under a new URN: membership, peer groups, leads, notice and offers go over to it, the old history stays where it is. A new head and chair sign
/// for themselves. Whether it closed is the register's to say: what a school holds sealed goes over as well, and no lead hands that to a school that stood before.</summary>
public sealed record RecordSuccession(Urn OldUrn, Urn NewUrn, SuccessionKind Kind, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, IReadOnlyList<RegisteredSchool> schools, Acting acting) =>
        partnership.NotRecordedBy(acting, acting.Leads(partnership.Id) || acting.Is(Capacity.DataSteward), "the partnership's lead, or a data steward")
        ?? (OldUrn == NewUrn ? Contracts.Objection.Malformed("newUrn", "The new school has another URN.")
        : partnership.Members.Current(OldUrn) is not { } old || old.From >= OccurredOn ? new("XCT-8", $"School {OldUrn} was not a member until {OccurredOn:d MMMM yyyy}.", "oldUrn")
        : schools.FirstOrDefault(school => school.Urn == OldUrn)?.OpenOn(OccurredOn) != false
            ? new("XCT-8", $"By the register school {OldUrn} was still open on {OccurredOn:d MMMM yyyy}; another takes its place from the day it closed.", "oldUrn")
        : partnership.Members.Any(member => member.Urn == NewUrn && !(member.To < OccurredOn)) && !(Kind == SuccessionKind.Amalgamation && partnership.Members.Current(NewUrn)?.On(OccurredOn) == true)
            ? new("PRT-3", $"School {NewUrn} is a member of its own; only an amalgamation makes two members one.", "newUrn")
        : schools.NotOpenOn(OccurredOn, [NewUrn], "newUrn")
        ?? (acting.Is(Capacity.DataSteward) || OpenedAsTheOldClosed(schools) ? null
            : Contracts.Objection.LacksCapacity($"a data steward, unless by the register school {NewUrn} opened when school {OldUrn} closed"))
        ?? SizeOfPartnership.Objection(partnership.Kind, partnership.Members.After(Decide(partnership)), "newUrn"));

    /// <summary>How many days, either way, may lie between the closing of one school and the opening of the next for a lead to record it.</summary>
    public const int DaysBetween = 31;

    // The register names no successor. What opened within a month of the closing is taken for one on the lead's word; of any other school a data steward knows.
    private bool OpenedAsTheOldClosed(IReadOnlyList<RegisteredSchool> schools) =>
        schools.FirstOrDefault(school => school.Urn == OldUrn)?.ClosedOn is { } closed && schools.FirstOrDefault(school => school.Urn == NewUrn)?.OpenedOn is { } opened
        && Math.Abs(opened.DayNumber - closed.DayNumber) <= DaysBetween;

    public SchoolSucceeded Decide(Partnership partnership) => new(partnership.Id, OldUrn, NewUrn, Kind, OccurredOn);
}

public static class RecordSuccessionEndpoint
{
    public static Task<IReadOnlyList<RegisteredSchool>> LoadAsync(RecordSuccession command, IQuerySession session, CancellationToken token) =>
        RegisteredSchool.AllAsync(session, [command.OldUrn, command.NewUrn], token);

    public static Objection? Validate(RecordSuccession command, Partnership partnership, IReadOnlyList<RegisteredSchool> schools, Acting acting) =>
        command.Objection(partnership, schools, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/successions")]
    public static (Recorded, Events) Post(RecordSuccession command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
