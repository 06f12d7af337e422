namespace EssexImprovement.Contracts;

/// <summary>A foreseeable refusal, as a value: exceptions are for bugs.</summary>
/// <param name="Rule">The rule of the domain that refuses, such as <c>IMP-7</c>.</param>
/// <param name="Detail">Why, in words for the person who asked; names nobody and quotes no confidential text.</param>
/// <param name="Field">The field of the request to look at (camelCase), or null when the whole request is meant.</param>
/// <param name="Status">The HTTP status: 422 for a rule of the domain, 403 for a missing capacity, 404 for what this person may not know of.</param>
public sealed record Objection(string Rule, string Detail, string? Field = null, int Status = 422)
{
    /// <summary>The person may know of the thing but not do this to it (XCT-4).</summary>
    public static Objection LacksCapacity(string who) => new("XCT-4", $"This is for {who}.", null, 403);

    /// <summary>The thing is unknown, or this person may not know of it: the two look the same.</summary>
    public static Objection Unknown(string? field = null) => new("unknown", "Nothing is known by that identity, or it is not for you to see.", field, 404);

    /// <summary>The request itself is not well formed; no rule of the domain was asked.</summary>
    public static Objection Malformed(string field, string detail) => new("input", detail, field, 400);
}
