namespace EssexImprovement.Shell;

/// <summary>What comes next in a journey of one thing per page: a question (with what is wrong with its answer), or all answers to check.</summary>
/// <param name="Asked">The question; null when all answers are there.</param>
/// <param name="Errors">What is wrong; empty when nothing is.</param>
/// <param name="Confirmed">True when the answers were checked and confirmed.</param>
public sealed record Turn(Question? Asked, IReadOnlyList<FieldError> Errors, bool Confirmed = false)
{
    /// <summary>Field in which the name of the answered question travels, and the button that sends it.</summary>
    public const string At = "at", Go = "go", Check = "check", Checked = "checked", Reference = "reference";

    /// <summary>The turn of whoever lost a race: their answers to look at again.</summary>
    public static Turn Overtaken { get; } = new(null, [new(null, "Somebody else recorded something here at the same moment. Nothing of yours was saved; your answers are still here. Look at them again, then confirm. (XCT-2)")]);

    /// <summary>Follows from the answers alone: the button pressed, the question it stood under, and what is answered. Whoever has come as far as checking goes back there after each change.</summary>
    public static Turn After(IReadOnlyList<Question> questions, Answers answers)
    {
        var go = answers.Of(Go);
        if (go.StartsWith("change:", StringComparison.Ordinal) && questions.FirstOrDefault(question => question.Name == go["change:".Length..]) is { } changed) return new(changed, []);
        var at = questions.FirstOrDefault(question => question.Name == answers.Of(At));
        if (at?.Unreadable(answers) is { } error) return new(at, [error]);
        if (!answers.Yes(Checked))
        {
            var turns = questions.Where(question => question.AskedInTurn);
            if ((at is null ? turns : turns.SkipWhile(question => question != at).Skip(1)).FirstOrDefault() is { } next) return new(next, []);
        }
        var open = questions.FirstOrDefault(question => question.Unreadable(answers) is not null);
        // Whoever goes back to the check comes there, whatever is wrong: any answer can be changed from it.
        if (go == Check) return new(null, open is null ? [] : [new(null, open.Unreadable(answers)!.Message)]);
        return open is not null
            ? new(open, answers.Has(open) ? [open.Unreadable(answers)!] : []) : new(null, [], go == "confirm");
    }

    /// <summary>The turn after a rule refused: back to the question that the rule names, else, and for whoever came back to check, to the check with what is wrong.</summary>
    public static Turn Refused(IReadOnlyList<Question> questions, Answers answers, string? field, string message) =>
        questions.FirstOrDefault(question => answers.Of(Go) != Check && question.IsAbout(field)) is { } asked
            ? new(asked, [new(asked.Name, message)]) : new(null, [new(null, message)]);
}
