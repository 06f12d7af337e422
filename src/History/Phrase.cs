using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;

namespace EssexImprovement.History;

/// <summary>The few turns of phrase that narration, replay and trace share.</summary>
public static class Phrase
{
    /// <summary>The conference's words: "co-responsibility", "shared professional accountability".</summary>
    public static string Of(Stage stage) => Words.Of(stage);

    /// <summary>With its article: "an area partnership", "a peer reviewer".</summary>
    public static string A(string words) => ("aeiou".Contains(words[0], StringComparison.Ordinal) ? "an " : "a ") + words;

    /// <summary>A count with its noun: "1 item", "3 items", "no items".</summary>
    public static string Count(int number, string one, string many) => number switch { 0 => $"no {many}", 1 => $"1 {one}", _ => $"{number} {many}" };

    /// <summary>Whom a decision answers to: "lateral: to the other schools".</summary>
    public static string Of(Direction direction) => direction switch
    {
        Direction.Vertical => "vertical: to the public, the local authority, a trust or the Department for Education",
        Direction.Lateral => "lateral: to the other schools",
        _ => "internal: to the schools that decide",
    };

    /// <summary>Who recorded something, by standing and never by name: "the partnership lead", "a board member", "the service".</summary>
    public static string By(Capacity capacity) => capacity switch
    {
        Capacity.System => "the service",
        Capacity.PartnershipLead => "the partnership lead",
        _ => A(Words.Of(capacity)),
    };
}
