namespace EssexImprovement.Contracts;

/// <summary>The reasons somebody gave with what they record. They stand beside a request, and are kept in clear beside its facts.</summary>
/// <param name="Lateness">Why it is recorded so late (XCT-7), if a reason was given.</param>
/// <param name="PersonalData">Why a text that looks like personal data has to stand (XCT-5), if a reason was given.</param>
public sealed record Reasons(LatenessReason? Lateness, PersonalDataReason? PersonalData)
{
    /// <summary>None was given.</summary>
    public static Reasons None { get; } = new(null, null);

    /// <summary>What every command is asked before anybody decides: the rules about its day (XCT-1, XCT-7) and about its free text (XCT-5).</summary>
    public Objection? Objection(ICommand command, DateOnly today) => TheDay.Objection(command, today, Lateness) ?? FreeText.Objection(command, PersonalData);
}
