using Microsoft.AspNetCore.Http.HttpResults;

namespace EssexImprovement.Shell;

/// <summary>What was recorded on pages under a reference. The reference stands beside the fact, so that a form that is sent twice is found to be recorded already.</summary>
/// <param name="Reference">Drawn when the journey began.</param>
/// <param name="Version">Which record of its stream it is, from 1.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record RecordedUnder(Guid Reference, long Version, DateTimeOffset RecordedAt)
{
    /// <summary>The header of the event that holds the reference.</summary>
    public const string Header = "reference";

    public RazorComponentResult Page(string title, string caption, IReadOnlyList<Link> next) => new RazorComponentResult<RecordedPage>(new
    {
        Title = title, Caption = caption, What = $"Kept as record {Version} of its history, on {When.InWords(RecordedAt)}.", Reference = Reference.ToString(), Next = next,
    });
}
