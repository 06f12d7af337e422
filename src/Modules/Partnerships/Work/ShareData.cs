using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A school lays its data open to its partners, so that they can know it well enough to help. Its own head may record it, or the lead.</summary>
public sealed record ShareData(Urn Urn, SharedDataset Dataset, int AcademicYear, AudienceRing Ring, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        (acting.IsAt(Urn, Capacity.Headteacher) && partnership.MayBeKnownTo(acting) && partnership.Dissolved is null ? null : partnership.NotRecordedBy(acting))
        ?? (AcademicYear < 2000 || AcademicYear > Contracts.AcademicYear.Of(OccurredOn) ? Contracts.Objection.Malformed("academicYear", "Data is of an academic year that has begun.")
        : Ring < AudienceRing.PeerGroupHeads ? Contracts.Objection.Malformed("ring", "Data that is shared goes to the heads of the peer group at least.")
        : partnership.Work.Shared.Contains(new(Urn, Dataset, AcademicYear, Ring)) ? Contracts.Objection.Malformed("dataset", "This is recorded already.")
        : null)
        ?? partnership.NotMembersOn(OccurredOn, [Urn], "urn");

    public DataSharedWithPartners Decide(Partnership partnership) => new(partnership.Id, Urn, Dataset, AcademicYear, Ring, OccurredOn);
}

public static class ShareDataEndpoint
{
    public static Objection? Validate(ShareData command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/data-shared")]
    public static (Recorded, Events) Post(ShareData command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
