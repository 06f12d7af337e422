using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>When in a review a task is usually done.</summary>
public enum PartOfReview { BeforeTheVisit, OnTheVisit, AfterTheVisit, FollowingUp, IfNeeded }

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

    /// <summary>Questions that only some of those answers raise, asked after them.</summary>
    public Func<ReviewRecording, Answers, IReadOnlyList<Question>> Then { get; init; } = (_, _) => [];

    /// <summary>What is answered before anybody is asked, such as proposed dates: it is there to be checked.</summary>
    public Func<ReviewRecording, Answers> Proposed { get; init; } = _ => Answers.Nothing;

    /// <summary>False for a review in which there is nothing of the kind to record.</summary>
    public Func<ReviewRecording, bool> Applies { get; init; } = _ => true;

    /// <summary>The stream that tells of it, and how it is appended there; the review's own unless its follow-up has one.</summary>
    public Func<ReviewId, Guid> StreamOf { get; init; } = review => review.Value;

    public Action<ReviewRecording, IDocumentSession, object>? Tell { get; init; }

    /// <summary>What is unusual about the answers, and allowed.</summary>
    public Func<ReviewRecording, Answers, IReadOnlyList<string>> LookAgain { get; init; } = (_, _) => [];

    /// <summary>How often it has been recorded.</summary>
    public required Func<ReviewRecording, int> Times { get; init; }

    /// <summary>True for what is recorded again and again, such as evidence.</summary>
    public bool Repeats { get; init; }

    public string OnWhichDay { get; init; } = "On which day?";

    /// <summary>Who will be able to see it.</summary>
    public string Audience { get; init; } = InTheCircle;

    /// <summary>What can be done about a mistake: nothing, unless there is a correction of it.</summary>
    public string Afterwards { get; init; } = Step.Stays;

    public Func<ReviewRecording, Answers, IReadOnlyList<ReadFirst>> ReadFirst { get; init; } = (_, _) => [];

    public const string InTheCircle = "The words: the host head and the confirmed review team. That it was recorded, and when: whoever may know of this partnership.";
    public const string Structure = "Whoever may know of this partnership: its heads, chairs of governors and lead, and analysts and auditors.";

    /// <summary>The first page: nothing answered but what is proposed and the day, which is today.</summary>
    public Step Begin(ReviewRecording at) => StepOf(at, Proposed(at).With(Recording.Day, at.Acting.Today), Guid.CreateVersion7());

    public Step StepOf(ReviewRecording at, Answers answers, Guid reference) =>
        new(Title, $"/reviews/{at.Review.Id}/record/{Name}", reference, [.. Questions(at), .. Then(at, answers), Recording.OnWhichDay(OnWhichDay)], answers, Audience, $"/reviews/{at.Review.Id}/record")
        {
            Caption = at.Caption, ReadFirst = ReadFirst(at, answers), LookAgain = LookAgain(at, answers), Afterwards = Afterwards,
        };

    /// <summary>The status of what was not done and can be done no more.</summary>
    public const string Closed = "Closed";

    /// <summary>True when the review has gone past it: the visit has begun, the report is final, or all is over.</summary>
    private bool IsOver(PeerReview review) => review.State >= Part switch
    {
        PartOfReview.BeforeTheVisit => ReviewState.Visiting,
        PartOfReview.OnTheVisit or PartOfReview.AfterTheVisit => ReviewState.Finalised,
        _ => ReviewState.Closed,
    };

    /// <summary>True when it came to its end before its part of the review did.</summary>
    public Func<ReviewRecording, bool> Over { get; init; } = _ => false;

    /// <summary>How far it has come, for whoever looks.</summary>
    public TaskLine LineIn(ReviewRecording at)
    {
        var (times, objection) = (Times(at), Objection(at));
        var href = objection is null ? $"/reviews/{at.Review.Id}/record/{Name}" : null;
        return times > 0 && (!Repeats || objection is not null) ? new(Title, href, Repeats ? $"{times} recorded" : "Completed", true)
            : objection is null ? new(Title, href, times > 0 ? $"{times} recorded" : Part == PartOfReview.IfNeeded ? "If it is needed" : "Not yet started", false)
            : IsOver(at.Review) || Over(at) ? new(Title, null, Closed, false, objection.Status == 403 ? null : objection.Detail)
            : objection.Status == 403 ? new(Title, null, "For somebody else", false, objection.Detail)
            : new(Title, null, "Cannot start yet", false, objection.Detail);
    }
}
