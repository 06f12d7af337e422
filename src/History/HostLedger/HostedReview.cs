using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace EssexImprovement.History;

/// <summary>Which school hosts a review: how a host's ledger finds its reviews.</summary>
public sealed record HostedReview(Guid Id, Urn HostUrn, PartnershipId PartnershipId);

/// <summary>Which school took the place of which, in some partnership.</summary>
public sealed record Succession(Guid Id, Urn OldUrn, Urn NewUrn);

public sealed partial class HostedReviewProjection : EventProjection
{
    public HostedReviewProjection()
    {
        Name = "HostedReview";
        Options.DeleteViewTypeOnTeardown<HostedReview>();
        Options.DeleteViewTypeOnTeardown<Succession>();
        IncludeType<ReviewPlanned>();
        IncludeType<SchoolSucceeded>();
    }

    public override ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        if (e.Data is ReviewPlanned planned) operations.Store(new HostedReview(planned.ReviewId.Value, planned.HostUrn, planned.PartnershipId));
        if (e.Data is SchoolSucceeded succeeded) operations.Store(new Succession(e.Id, succeeded.OldUrn, succeeded.NewUrn));
        return ValueTask.CompletedTask;
    }
}

/// <summary>A school with those before it, whose things it now keeps, and those after it, whose heads keep its own.</summary>
public sealed record SchoolLine(Urn Urn, IReadOnlyList<Urn> Before, IReadOnlyList<Urn> After)
{
    /// <summary>The school and those before it.</summary>
    public IReadOnlyList<Urn> Kept => [Urn, .. Before];

    /// <summary>The school and those after it.</summary>
    public IReadOnlyList<Urn> Keepers => [Urn, .. After];

    /// <summary>Heads and chairs of the school or of one that succeeded it, and auditors.</summary>
    public bool MayBeReadBy(Acting acting) => acting.Is(Capacity.Auditor) || Keepers.Any(urn => acting.IsAt(urn, Capacity.Headteacher, Capacity.ChairOfGovernors));

    /// <summary>True for the head who acts for it: the one who withdraws and acknowledges.</summary>
    public bool IsKeptBy(Acting acting) => Keepers.Any(urn => acting.IsAt(urn, Capacity.Headteacher));

    /// <summary>Schools are rarely succeeded, so all of it is read.</summary>
    public static async Task<SchoolLine> OfAsync(IQuerySession session, Urn urn, CancellationToken token)
    {
        var all = await session.Query<Succession>().ToListAsync(token);
        return new(urn, Reached(urn, from => all.Where(one => one.NewUrn == from).Select(one => one.OldUrn)), Reached(urn, from => all.Where(one => one.OldUrn == from).Select(one => one.NewUrn)));
    }

    private static List<Urn> Reached(Urn urn, Func<Urn, IEnumerable<Urn>> next)
    {
        List<Urn> reached = [urn];
        for (var at = 0; at < reached.Count; at++) reached.AddRange(next(reached[at]).Distinct().Except(reached).ToList());
        return reached[1..];
    }
}
