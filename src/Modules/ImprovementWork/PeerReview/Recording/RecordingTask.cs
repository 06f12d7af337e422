using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

/// <summary>When in a review a task is usually done.</summary>
public enum PartOfReview { BeforeTheVisit, OnTheVisit, AfterTheVisit }

/// <summary>What somebody is about to record: the command, what its slice objects to, and the fact it decides.</summary>
public sealed record Recordable(ICommand Command, Objection? Objection, Func<object> Decide);

/// <summary>One thing to record in a review, as pages ask for it. It asks and reads; whether something may be recorded, and as which fact, its slice says, as it does for the API.</summary>
/// <param name="Name">In the address, kebab-case.</param>
/// <param name="Title">As an instruction.</param>
/// <param name="Part">When it is usually done.</param>
public sealed record RecordingTask(string Name, string Title, PartOfReview Part)
{
    /// <summary>What the slice objects to today, before anything is answered: nothing when it can be done, XCT-4 when it is for somebody else.</summary>
    public required Func<ReviewRecording, Objection?> Objection { get; init; }

    /// <summary>The command from the answers; on its day, with the identity of what it begins.</summary>
    public required Func<ReviewRecording, Answers, DateOnly, Guid, Recordable> Read { get; init; }

    public Func<ReviewRecording, IReadOnlyList<Question>> Questions { get; init; } = _ => [];

    /// <summary>How often it has been recorded.</summary>
    public required Func<ReviewRecording, int> Times { get; init; }

    /// <summary>True for what is recorded again and again, such as evidence.</summary>
    public bool Repeats { get; init; }

    public string OnWhichDay { get; init; } = "On which day?";

    /// <summary>Who will be able to see it.</summary>
    public string Audience { get; init; } = InTheCircle;

    public Func<ReviewRecording, IReadOnlyList<ReadFirst>> ReadFirst { get; init; } = _ => [];

    public const string InTheCircle = "The words: the host head and the confirmed review team. That it was recorded, and when: whoever may know of this partnership.";
    public const string Structure = "Whoever may know of this partnership: its heads, chairs of governors and lead, and analysts and auditors.";

    /// <summary>How far it has come, for whoever looks.</summary>
    public TaskLine LineIn(ReviewRecording at)
    {
        var (times, objection) = (Times(at), Objection(at));
        var href = objection is null ? $"/reviews/{at.Review.Id}/record/{Name}" : null;
        return times > 0 && (!Repeats || objection is not null) ? new(Title, href, Repeats ? $"{times} recorded" : "Completed", true)
            : objection is null ? new(Title, href, times > 0 ? $"{times} recorded" : "Not yet started", false)
            : objection.Status == 403 ? new(Title, null, "For somebody else", false, objection.Detail)
            : new(Title, null, "Cannot start yet", false, objection.Detail);
    }
}
