using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.ImprovementWork;

/// <summary>What was recorded on pages under a reference. The reference stands beside the fact, so that a form that is sent twice is found to be recorded already.</summary>
/// <param name="Reference">Drawn when the journey began.</param>
/// <param name="Version">Which record of its stream it is, from 1.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record RecordedUnder(Guid Reference, long Version, DateTimeOffset RecordedAt)
{
    /// <summary>The header of the event that holds the reference.</summary>
    public const string Header = "reference";

    /// <summary>Null when nothing was recorded under it in this stream.</summary>
    public static async Task<RecordedUnder?> FindAsync(Guid reference, Guid stream, IQuerySession session, CancellationToken token) =>
        (await session.Events.FetchStreamAsync(stream, token: token)).FirstOrDefault(e => e.Headers?.GetValueOrDefault(Header)?.ToString() == reference.ToString()) is { } e
            ? new(reference, e.Version, e.Timestamp) : null;

    public static string Href(ReviewId review, string task, Guid reference) => $"/reviews/{review}/record/{task}?reference={reference}";

    public RazorComponentResult Page(RecordingTask task, ReviewRecording at) => Page($"{task.Title}: done", at.Caption,
        [.. task.Repeats && task.Objection(at) is null ? [new Link($"{task.Title} again", $"/reviews/{at.Review.Id}/record/{task.Name}")] : Array.Empty<Link>(),
            new("What else there is to record", $"/reviews/{at.Review.Id}/record"), new("The partnership's timeline", $"/partnerships/{at.Review.PartnershipId}")]);

    public RazorComponentResult Page(string title, string caption, IReadOnlyList<Link> next) => new RazorComponentResult<RecordedPage>(new
    {
        Title = title, Caption = caption, What = $"Kept as record {Version} of its history, on {When.InWords(RecordedAt)}.", Reference = Reference.ToString(), Next = next,
    });
}
