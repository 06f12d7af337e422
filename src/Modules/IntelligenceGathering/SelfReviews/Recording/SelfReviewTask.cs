using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>How far a task has come, in words, and whether it needs nothing any more.</summary>
public sealed record Progress(string Words, bool Done);

/// <summary>One thing to record in a self-review, as pages ask for it. It asks and reads; whether something may be recorded, and as which fact, its slice says, as it does for the API.</summary>
/// <param name="Name">In the address, kebab-case.</param>
/// <param name="Title">As an instruction.</param>
/// <param name="Group">What it stands under in the list of tasks.</param>
public sealed record SelfReviewTask(string Name, string Title, string Group)
{
    /// <summary>What the slice objects to today, before anything is answered: nothing when it can be done, 403 when it is for somebody else.</summary>
    public required Func<SelfReviewRecording, Objection?> Objection { get; init; }

    /// <summary>The command from the answers, on its day.</summary>
    public required Func<SelfReviewRecording, Answers, DateOnly, Recordable> Read { get; init; }

    /// <summary>Null while nothing of it is recorded.</summary>
    public required Func<SelfReviewRecording, Progress?> Progress { get; init; }

    public Func<SelfReviewRecording, IReadOnlyList<Question>> Questions { get; init; } = _ => [];

    /// <summary>What is answered before anybody is asked, such as what was said of the area before: it is there to be changed.</summary>
    public Func<SelfReviewRecording, Answers> Proposed { get; init; } = _ => Answers.Nothing;

    /// <summary>Who will be able to see it.</summary>
    public Func<SelfReviewRecording, string> Audience { get; init; } = at => at.Audience;

    public string OnWhichDay { get; init; } = "On which day?";

    /// <summary>True for what is recorded again and again, such as questions for peers.</summary>
    public bool Repeats { get; init; }

    public string HrefIn(SelfReviewRecording at) => $"{at.Href}/record/{Name}";

    /// <summary>The first page: nothing answered but what is proposed and the day, which is today.</summary>
    public Step Begin(SelfReviewRecording at) => StepOf(at, Proposed(at).With(Recording.Day, at.Acting.Today), Guid.CreateVersion7());

    public Step StepOf(SelfReviewRecording at, Answers answers, Guid reference) =>
        new(Title, HrefIn(at), reference, [.. Questions(at), new(Recording.Day, OnWhichDay, AnswerKind.Day) { AskedInTurn = false }], answers, Audience(at), at.Href) { Caption = $"{at.Title}, {at.School}" };

    /// <summary>How far it has come, for whoever writes.</summary>
    public TaskLine LineIn(SelfReviewRecording at)
    {
        var objection = Objection(at);
        var href = objection is null ? HrefIn(at) : null;
        return Progress(at) is { } progress ? new(Title, href, progress.Words, progress.Done, progress.Done ? null : objection?.Detail)
            : objection is null ? new(Title, href, "Not yet started", false)
            : objection.Status == 403 ? new(Title, null, "For somebody else", false, objection.Detail)
            : new(Title, null, "Cannot start yet", false, at.Review is null ? "The self-review is begun first." : objection.Detail);
    }

    /// <summary>After it was recorded: its reference, and where to go on.</summary>
    public IResult Page(SelfReviewRecording at, RecordedUnder recorded) => recorded.Page($"{Title}: done", $"{at.Title}, {at.School}",
        [.. Repeats && Objection(at) is null ? [new Link("Name another question", HrefIn(at))] : Array.Empty<Link>(), new("What else there is to do in this self-review", at.Href)]);
}

/// <summary>Everything that is recorded in a self-review on pages, in the order it is usually done. Each stands beside its slice.</summary>
public static class SelfReviewTasks
{
    public static IReadOnlyList<SelfReviewTask> All { get; } =
        [OpenSelfReviewOnPages.Task, .. EvaluateAreaOnPages.Tasks, NameFocusCandidateOnPages.Task, SubmitSelfReviewOnPages.Task, ShareSelfReviewOnPages.Task];

    public static SelfReviewTask? Named(string name) => All.FirstOrDefault(task => task.Name == name);

    /// <summary>All tasks with how far each has come; none for whoever does not write it.</summary>
    public static IReadOnlyList<TaskGroup> In(SelfReviewRecording at) =>
        !at.WrittenBy ? [] : [.. All.GroupBy(task => task.Group).Select(group => new TaskGroup(group.Key, [.. group.Select(task => task.LineIn(at))]))];
}
