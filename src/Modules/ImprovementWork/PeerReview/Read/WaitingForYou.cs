using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>Something that waits for one person, and the page on which they do it.</summary>
/// <param name="What">As an instruction.</param>
/// <param name="Href">The page.</param>
/// <param name="By">The last day for it, inclusive; null for what has none.</param>
public sealed record WaitingForYou(string What, string Href, DateOnly? By)
{
    /// <summary>What a review that goes on waits for from this person: a declaration of their own, the weighing of others', the host head's answer to a draft, and whom they let see the report.</summary>
    /// <param name="review">A review they have a part in.</param>
    /// <param name="school">The host by its name.</param>
    /// <param name="hosts">True for whoever heads the host, or the school that took its place.</param>
    /// <param name="calendar">The school terms.</param>
    /// <param name="acting">Who looks.</param>
    public static IEnumerable<WaitingForYou> In(PeerReview review, string school, bool hosts, TermCalendar calendar, Acting acting)
    {
        var record = $"/reviews/{review.Id}/record";
        var which = $"{school}, round {review.Plan.Round}";
        var declaring = review.State < ReviewState.Visiting ? review.Team.FindAll(member => member.Role != TeamRole.HostPartner && !review.LeftOut.Contains(member.PersonId)) : [];
        if (declaring.Exists(member => member.PersonId == acting.Person && member.Interest is null)) yield return new($"Declare what links you to {which}", $"{record}/interest", null);
        if ((hosts || acting.Leads(review.PartnershipId)) && declaring.Exists(member => member.PersonId != acting.Person && member is { Interest: not null, Assessment: null }))
            yield return new($"Weigh what was declared for the review of {which}", $"{record}/interest-assessment", null);
        if (hosts && review.State == ReviewState.Drafted) yield return new($"Say whether the draft of the report on {which}, is accurate", $"{record}/accuracy", review.LastDayToAnswer(calendar));
        if (hosts && review is { State: ReviewState.Finalised, Releases.IsEmpty: true }) yield return new($"Decide who may see the report on {which}", $"/reviews/{review.Id}/release", null);
    }

    /// <summary>A concern about the school of whoever looks, which waits for their answer.</summary>
    public static WaitingForYou Of(PeerConcern concern, string school) => new($"Say how {school} sees a concern that was raised about it", $"/concerns/{concern.Id}/response", null);
}
