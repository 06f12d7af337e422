namespace EssexImprovement.Shell;

/// <summary>How a question is answered.</summary>
public enum AnswerKind
{
    /// <summary>One line of text.</summary>
    Line,
    /// <summary>Text of several lines.</summary>
    Text,
    /// <summary>Several texts, a line each.</summary>
    Lines,
    /// <summary>One of the options.</summary>
    One,
    /// <summary>Any of the options.</summary>
    Several,
    /// <summary>A day.</summary>
    Day,
    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>One thing asked on one page. Its name is the field of the command it answers, so that a rule that names the field leads back to the question.</summary>
/// <param name="Name">The field, camelCase.</param>
/// <param name="Label">The question, as somebody would ask it aloud.</param>
/// <param name="Kind">How it is answered.</param>
public sealed record Question(string Name, string Label, AnswerKind Kind)
{
    public string? Hint { get; init; }

    /// <summary>May be left out.</summary>
    public bool Optional { get; init; }

    /// <summary>Characters, inclusive; the slice decides, this counts down.</summary>
    public int? Longest { get; init; }

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>False for a question that is answered already and asked only by whoever changes it, such as the day.</summary>
    public bool AskedInTurn { get; init; } = true;

    /// <summary>The error of an answer that cannot be read at all; null for one that can. Whether it may be so, the slice says.</summary>
    public FieldError? Unreadable(Answers answers) => Kind switch
    {
        AnswerKind.Day when answers.DayAsTyped(Name) is var typed && !(Optional && typed is { Day: "", Month: "", Year: "" }) => typed.Read(Name, "the day").Error,
        AnswerKind.Number when answers.Of(Name).Length > 0 && answers.Number(Name) is null => new(Name, "Enter a whole number"),
        AnswerKind.One or AnswerKind.Several when answers.All(Name).Except(Options.Select(option => option.Value)).Any() => new(Name, "Choose from the list"),
        _ when Optional || answers.All(Name).Any(answer => !string.IsNullOrWhiteSpace(answer)) || Kind == AnswerKind.Day => null,
        AnswerKind.One or AnswerKind.Several => new(Name, "Choose an answer"),
        _ => new(Name, "Enter an answer"),
    };

    /// <summary>The answer as it is shown back.</summary>
    public IReadOnlyList<string> Said(Answers answers) => Kind switch
    {
        AnswerKind.Day => answers.Day(Name) is { } day ? [When.InWords(day)] : [],
        AnswerKind.One or AnswerKind.Several => [.. answers.All(Name).Select(value => Options.FirstOrDefault(option => option.Value == value)?.Text ?? value)],
        AnswerKind.Lines or AnswerKind.Text => [.. answers.Lines(Name)],
        _ => answers.Of(Name) is { Length: > 0 } answer ? [answer] : [],
    };
}
