using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The partnership tells what it spent of a grant and on what, so that whoever gave it and whoever pays beside it can see.</summary>
public sealed record ReportGrantSpend(long SpentPence, ConfidentialText OnWhat, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(GrantId grantId, Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (partnership.Work.Grants.FirstOrDefault(kept => kept.Id == grantId) is not { } grant ? Contracts.Objection.Unknown("grantId")
        : partnership.Work.Tells(Decide(grantId, partnership)) ? Contracts.Objection.Malformed("onWhat", "This is recorded already.")
        : SpentPence < 1 || SpentPence > grant.AwardedPence - grant.SpentPence
            ? Contracts.Objection.Malformed("spentPence", $"£{(grant.AwardedPence - grant.SpentPence) / 100m:N2} of this grant is left.")
        : OccurredOn < grant.AwardedOn ? Contracts.Objection.Malformed("occurredOn", "Nothing is spent before the grant is awarded.")
        : OnWhat.NotBetween1And(500, "onWhat"));

    public GrantSpendReported Decide(GrantId grantId, Partnership partnership) => new(partnership.Id, grantId, SpentPence, OnWhat, OccurredOn);
}

public static class ReportGrantSpendEndpoint
{
    public static Objection? Validate(ReportGrantSpend command, GrantId grantId, Partnership partnership, Acting acting) => command.Objection(grantId, partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/grants/{grantId}/spending")]
    public static (Recorded, Events) Post(ReportGrantSpend command, GrantId grantId, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(grantId, partnership)]);
}
