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
    /// <summary>A whole number for each of the options that has any.</summary>
    Counts,
    /// <summary>A file that is not kept: the answer is its fingerprint.</summary>
    File,
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

    /// <summary>Asked in words beside the choice of one: "What shows it?"; null when the choice says it all.</summary>
    public string? Because { get; init; }

    /// <summary>False for a question that is answered already and asked only by whoever changes it, such as the day.</summary>
    public bool AskedInTurn { get; init; } = true;

    /// <summary>The fields of the form in which the answer travels.</summary>
    public IReadOnlyList<string> Fields => Kind switch
    {
        AnswerKind.Day => [Name + "Day", Name + "Month", Name + "Year"],
        AnswerKind.Counts => [.. Options.Select(option => Name + option.Value)],
        _ when Because is not null => [Name, Name + nameof(Because)],
        _ => [Name],
    };

    /// <summary>True for the field a rule names, such as <c>points[0]</c>, when it was asked for by this question.</summary>
    public bool IsAbout(string? field) => field is not null && (field == Name || field.StartsWith(Name + "[", StringComparison.Ordinal));

    /// <summary>What is wrong with an answer beside those given before it, so that nobody learns it at the end; null when nothing is.</summary>
    public Func<Answers, string?> Check { get; init; } = _ => null;

    /// <summary>The error of an answer that cannot be read at all, or does not go with those before it; null for one that can. Whether it may be so, the slice says.</summary>
    public FieldError? Unreadable(Answers answers) => NotRead(answers) ?? (Check(answers) is { } wrong ? new(Name, wrong) : null);

    private FieldError? NotRead(Answers answers) => Kind switch
    {
        AnswerKind.Day when answers.DayAsTyped(Name) is var typed && !(Optional && typed is { Day: "", Month: "", Year: "" }) => typed.Read(Name, "the day").Error,
        AnswerKind.Number when answers.Of(Name).Length > 0 && answers.Number(Name) is null => new(Name, "Enter a whole number, 0 or more"),
        AnswerKind.Counts when Fields.FirstOrDefault(field => answers.Of(field).Length > 0 && answers.Number(field) is null) is { } field => new(field, "Enter a whole number, 0 or more"),
        AnswerKind.One or AnswerKind.Several when answers.All(Name).Except(Options.Select(option => option.Value)).Any() => new(Name, "Choose from the list"),
        AnswerKind.One when Because is not null && answers.Of(Name).Length > 0 && answers.Of(Name + nameof(Because)).Length == 0 => new(Name + nameof(Because), "Say it in words, too"),
        _ when Optional || Fields.SelectMany(answers.All).Any(answer => !string.IsNullOrWhiteSpace(answer)) || Kind == AnswerKind.Day => null,
        AnswerKind.Counts => new(Fields[0], "Enter a number for one of them at least"),
        AnswerKind.File => new(Name, "Choose a file"),
        AnswerKind.One or AnswerKind.Several => new(Name, "Choose an answer"),
        _ => new(Name, "Enter an answer"),
    };

    /// <summary>The answer as it is shown back.</summary>
    public IReadOnlyList<string> Said(Answers answers) => Kind switch
    {
        AnswerKind.Day => answers.Day(Name) is { } day ? [When.InWords(day)] : [],
        AnswerKind.One or AnswerKind.Several => [.. answers.All(Name).Select(value => Options.FirstOrDefault(option => option.Value == value)?.Text ?? value), .. Because is null ? [] : answers.Lines(Name + nameof(Because))],
        AnswerKind.Counts => [.. Options.Where(option => answers.Of(Name + option.Value).Length > 0).Select(option => $"{option.Text}: {answers.Of(Name + option.Value)}")],
        AnswerKind.Lines or AnswerKind.Text => [.. answers.Lines(Name)],
        _ => answers.Of(Name) is { Length: > 0 } answer ? [answer] : [],
    };
}
