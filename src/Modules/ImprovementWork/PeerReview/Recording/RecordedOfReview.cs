using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.ImprovementWork;

/// <summary>How what was recorded of a review under a reference is found and shown again.</summary>
public static class RecordedOfReview
{
    extension(RecordedUnder recorded)
    {
        /// <summary>Null when nothing was recorded under it in this stream.</summary>
        public static async Task<RecordedUnder?> FindAsync(Guid reference, Guid stream, IQuerySession session, CancellationToken token) =>
            (await session.Events.FetchStreamAsync(stream, token: token)).FirstOrDefault(e => e.Headers?.GetValueOrDefault(RecordedUnder.Header)?.ToString() == reference.ToString()) is { } e
                ? new(reference, e.Version, e.Timestamp) : null;

        public static string Href(ReviewId review, string task, Guid reference) => $"/reviews/{review}/record/{task}?reference={reference}";

        public RazorComponentResult Page(RecordingTask task, ReviewRecording at) => recorded.Page($"{task.Title}: done", at.Caption,
            [.. task.Repeats && task.Objection(at) is null ? [new Link($"{task.Title} again", $"/reviews/{at.Review.Id}/record/{task.Name}")] : Array.Empty<Link>(),
                new("What else there is to record", $"/reviews/{at.Review.Id}/record"), new("The partnership's timeline", $"/partnerships/{at.Review.PartnershipId}")]);
    }
}
