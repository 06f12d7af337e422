using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.ImprovementWork;

/// <summary>What was recorded on pages under a reference. The reference stands beside the fact, so that a form that is sent twice is found to be recorded already.</summary>
public sealed record RecordedUnder(ReviewId ReviewId, Guid Reference, long Version, DateTimeOffset RecordedAt)
{
    /// <summary>The header of the event that holds the reference.</summary>
    public const string Header = "reference";

    /// <summary>Null when nothing was recorded under it in this review.</summary>
    public static async Task<RecordedUnder?> FindAsync(Guid reference, PeerReview review, IQuerySession session, CancellationToken token) =>
        (await session.Events.FetchStreamAsync(review.Id.Value, token: token)).FirstOrDefault(e => e.Headers?.GetValueOrDefault(Header)?.ToString() == reference.ToString()) is { } e
            ? new(review.Id, reference, e.Version, e.Timestamp) : null;

    public string Href(string task) => $"/reviews/{ReviewId}/record/{task}?reference={Reference}";

    public RazorComponentResult Page(RecordingTask task, ReviewRecording at) => new RazorComponentResult<RecordedPage>(new
    {
        Title = $"{task.Title}: done", Caption = $"Review of {at.School(at.Review.HostUrn)}",
        What = $"Record {Version} of this review, kept on {When.InWords(RecordedAt)}.", Reference = Reference.ToString(),
        Next = (IReadOnlyList<Link>)[.. task.Repeats && task.Objection(at) is null ? [new Link($"{task.Title} again", $"/reviews/{ReviewId}/record/{task.Name}")] : Array.Empty<Link>(),
            new("What else there is to record", $"/reviews/{ReviewId}/record"), new("The partnership's timeline", $"/partnerships/{at.Review.PartnershipId}")],
    });
}
