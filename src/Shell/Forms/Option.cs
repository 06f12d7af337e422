namespace EssexImprovement.Shell;

/// <summary>One choice: what is sent, what is read, and a hint where the words alone are not enough.</summary>
public sealed record Option(string Value, string Text, string? Hint = null);
