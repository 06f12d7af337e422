namespace EssexImprovement.Contracts.ImprovementWork;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What somebody was trained for.</summary>
public enum TrainedAs
{
    /// <summary>Reviews as a peer.</summary>
    PeerReviewer,
    /// <summary>Leads a review team; counts as a peer reviewer's training too.</summary>
    LeadReviewer,
    /// <summary>Runs improvement workshops.</summary>
    ImprovementChampion,
}

/// <summary>Somebody completed training for peer review. It counts for so long as the policy says, and in every partnership.</summary>
/// <param name="PartnershipId">The partnership that records it.</param>
/// <param name="PersonId">Who was trained.</param>
/// <param name="HomeUrn">The school that employs them.</param>
/// <param name="TrainedAs">What for.</param>
/// <param name="OccurredOn">The day the training was completed.</param>
public sealed record TrainingCompleted(PartnershipId PartnershipId, PersonId PersonId, Urn HomeUrn, TrainedAs TrainedAs, DateOnly OccurredOn) : IPartnershipFact;

/// <summary>A training that was recorded by mistake no longer counts.</summary>
public sealed record TrainingWithdrawn(
    PartnershipId PartnershipId, PersonId PersonId, Guid WithdrawsEventId, TrainedAs TrainedAs, DateOnly TrainedOn, ConfidentialText Reason, DateOnly OccurredOn) : IPartnershipFact;
