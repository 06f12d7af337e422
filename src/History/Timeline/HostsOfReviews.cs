using EssexImprovement.Contracts;

namespace EssexImprovement.History;

/// <summary>Which school each peer review of a partnership was planned for, and in which round: most facts of a review name the review alone, and a partnership has several at once.</summary>
public sealed record HostsOfReviews(IReadOnlyDictionary<string, (Urn Host, string Round)> Reviews)
{
    public static readonly HostsOfReviews None = Of([]);

    /// <summary>The entries that tell it.</summary>
    public static IQueryable<TimelineEntry> Planned(IQueryable<TimelineEntry> all) => all.Where(entry => entry.Fact == "review_planned");

    public static HostsOfReviews Of(IEnumerable<TimelineEntry> planned) =>
        new(planned.ToDictionary(entry => entry.Details["reviewId"], entry => (SchoolNames.UrnsIn(entry.Details["hostUrn"]).Single(), entry.Details["round"]), StringComparer.Ordinal));

    /// <summary>The review a fact belongs to, as a sentence after its own; nothing for what is about no review, or names its host already. A safeguarding referral names none: it may be about whoever heads the host.</summary>
    public string Named(TimelineEntry entry, SchoolNames schools) =>
        entry.Fact != "safeguarding_referred" && entry.Details.TryGetValue("reviewId", out var id) && !entry.Details.ContainsKey("hostUrn") && Reviews.TryGetValue(id, out var review) ? $" Review of {schools.Of(review.Host)}, round {review.Round}." : "";
}
