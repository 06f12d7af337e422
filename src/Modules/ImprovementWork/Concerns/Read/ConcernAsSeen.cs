using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;

namespace EssexImprovement.ImprovementWork;

/// <summary>A step that was taken, and what came of it.</summary>
public sealed record ConcernStepAsSeen(ConcernStep Step, ShownText? Outcome, PersonId? Facilitator, DateOnly OccurredOn);

/// <summary>What the head of the school concerned answered.</summary>
public sealed record ConcernResponseAsSeen(ShownText? Response, PersonId GivenBy, DateOnly OccurredOn);

/// <summary>A concern among peers, for those who may know of it; they see all of it.</summary>
/// <param name="Id">The concern.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Urn">The school it is about.</param>
/// <param name="Kind">What is not kept.</param>
/// <param name="Summary">In short.</param>
/// <param name="Facts">What happened.</param>
/// <param name="RaisedBy">Who raised it.</param>
/// <param name="RaisedOn">The day.</param>
/// <param name="ResponseAskedOn">The day the school concerned was asked to respond; null when it was not.</param>
/// <param name="Response">What it answered; null while it has not.</param>
/// <param name="Steps">The steps taken, the first first.</param>
/// <param name="Resolved">How it was resolved; null when it was not.</param>
/// <param name="ResolvedOn">The day.</param>
/// <param name="DecisionId">The decision about the school's membership it ended in, if it did.</param>
public sealed record ConcernAsSeen(
    ConcernId Id, PartnershipId PartnershipId, Urn Urn, ConcernKind Kind, ShownText? Summary, ShownText? Facts, PersonId RaisedBy, DateOnly RaisedOn, DateOnly? ResponseAskedOn,
    ConcernResponseAsSeen? Response, IReadOnlyList<ConcernStepAsSeen> Steps, ShownText? Resolved, DateOnly? ResolvedOn, DecisionId? DecisionId)
{
    /// <summary>Null when the reader may not know that there is such a concern.</summary>
    public static ConcernAsSeen? By(PeerConcern concern, ReviewingPartnership partnership, Reader reader)
    {
        var seal = concern.SealIn(partnership, reader.Acting.Today);
        return !reader.Opens(seal) ? null : new(
            concern.Id, concern.PartnershipId, concern.Urn, concern.Raised.Kind, Shown(concern.Raised.Summary), Shown(concern.Raised.Facts), concern.Raised.RaisedBy,
            concern.Raised.OccurredOn, concern.ResponseAskedOn, concern.Response is { } response ? new(Shown(response.Response), response.GivenBy, response.OccurredOn) : null,
            [.. concern.Steps.Select(step => new ConcernStepAsSeen(step.Step, Shown(step.Outcome), step.Facilitator, step.On))], Shown(concern.Resolved?.How), concern.Resolved?.OccurredOn,
            concern.Reviewed?.DecisionId);

        ShownText? Shown(ConfidentialText? text) => reader.Show(text, seal);
    }
}
