namespace EssexImprovement.Shell;

/// <summary>What is wrong, said to the person who can put it right. Without a field it is about the whole form.</summary>
public sealed record FieldError(string? Field, string Message)
{
    public string? Href => Field is null ? null : "#" + FieldId.Of(Field);

    public bool IsAbout(string field) => Field is { } mine && FieldId.Of(mine) == FieldId.Of(field);
}

/// <summary>One name, one id: <c>OccurredOn</c> of a form and <c>occurredOn</c> of a rule are both <c>occurred-on</c> in the page.</summary>
public static class FieldId
{
    public static string Of(string name) => string.Concat(name.TrimStart('/').Select((letter, at) =>
        char.IsUpper(letter) ? (at > 0 && char.IsLetterOrDigit(name[at - 1]) ? "-" : "") + char.ToLowerInvariant(letter)
        : char.IsLetterOrDigit(letter) ? letter.ToString() : "-"));
}
