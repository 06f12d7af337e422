using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>The looks back at one review. The first may be held before the service has told when it is due.</summary>
public sealed record CheckIn(Guid Id, ReviewId ReviewId, PartnershipId PartnershipId, ImmutableList<CheckInHeld> Held, ImmutableList<CheckInCorrected> Corrected)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public CheckInDue? Due { get; init; }

    public CheckInMissed? Missed { get; init; }

    /// <summary>The ledger stream of the check-ins of a review.</summary>
    public static Guid StreamOf(ReviewId review) => NamedId.Of("check-in", $"{review}");

    public static CheckIn Create(CheckInDue fact) => Of(fact).Apply(fact);

    public static CheckIn Create(CheckInHeld fact) => Of(fact).Apply(fact);

    public CheckIn Apply(CheckInDue fact) => this with { Due = fact };

    public CheckIn Apply(CheckInMissed fact) => this with { Missed = fact };

    public CheckIn Apply(CheckInHeld fact) => this with { Held = Held.Add(fact) };

    public CheckIn Apply(CheckInCorrected fact) => this with { Corrected = Corrected.Add(fact) };

    /// <summary>The level of a finding at the check-in that this event told, as last corrected; null when that check-in did not look at it.</summary>
    public CheckInLevel? LevelAt(Guid eventId, CheckInHeld held, FindingId finding) =>
        Corrected.FindLast(one => one.CorrectsEventId == eventId && one.FindingId == finding)?.Now ?? held.WhatChanged.FirstOrDefault(seen => seen.FindingId == finding)?.Level;

    private static CheckIn Of(IReviewFact first) => new(StreamOf(first.ReviewId), first.ReviewId, first.PartnershipId, [], []);
}
