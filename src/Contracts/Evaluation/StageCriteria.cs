namespace EssexImprovement.Contracts.Evaluation;

/// <summary>The criteria of the stages, as the schools that plan their way through them say it.</summary>
public static class StageCriteria
{
    /// <summary>"Meets: every term, with three of four heads there (C4)"; of a criterion that is not among them the id alone.</summary>
    public static string InWords(string id) => Texts.TryGetValue(id, out var text) ? $"{text} ({id})" : id;

    /// <summary>What each asks, by its id: C towards collaboration, R towards co-responsibility, S towards shared professional accountability.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["C1"] = "Purpose owned: the head of every full member has signed the moral purpose in force",
        ["C2"] = "Protocol owned: head and chair of every full member have signed the same protocol",
        ["C3"] = "Led: a lead in post for a term at least, and a deputy",
        ["C4"] = "Meets: every term, with three of four heads there and no school absent twice running",
        ["C5"] = "Shares: every full member has shared data with its partners",
        ["C6"] = "Trained: a trained reviewer in each school, and an improvement champion for every four",
        ["C7"] = "Knows itself: a maturity round is published, and every member has submitted a self-review",
        ["R1"] = "Everyone hosts, everyone gives: every full member has hosted a review that became final and supplied a reviewer",
        ["R2"] = "Follow-through: nine of ten final reviews have their workshop in time and their check-in",
        ["R3"] = "One plan: a shared plan of two objectives or more, looked at every term, with one achieved",
        ["R4"] = "Acts when a member struggles: every signal shared with partners has an answer of all within 15 school days",
        ["R5"] = "Mutual aid: support given inside the partnership, and most requests answered within 20 school days",
        ["R6"] = "Pools something real: two schools or more share a resource",
        ["R7"] = "Impact on all four levels: pupils, people, schools and partnership, each confirmed",
        ["R8"] = "Wider than heads: middle leaders or teachers in most workshops, and two voices heard with something changed",
        ["R9"] = "Challenge is real: something to develop in most reviews, and the quality of all of them checked",
        ["R10"] = "Mature enough: social capital, evaluation and challenge are embedding, and nothing is only beginning",
        ["S1"] = "Second look: every full member has hosted twice, and the later review says what became of the earlier findings",
        ["S2"] = "Open book by choice: every host has let the heads of the partnership see a summary, and most their governors",
        ["S3"] = "Holds itself to account: two decisions of the partnership on its own members, each with evidence and looked back at",
        ["S4"] = "Welcomes scrutiny: looked at from outside in the last 18 months, answered in public and mostly acted on",
        ["S5"] = "Gives outward: has scrutinised or supported another partnership, and three of its practices are taken up outside",
        ["S6"] = "Impact lasts: something sustained on each level, once for disadvantaged pupils or those with SEND",
        ["S7"] = "Answers to its public: an account every year to governors and families, and voices heard with something changed",
        ["S8"] = "Survives people: lead or heads have changed, and nothing lapsed for more than a term",
        ["S9"] = "Mature throughout: every strand is embedding or further, and somebody from outside sees it so",
        ["S10"] = "Balanced accountability: decisions among the schools are as many as those they owe others",
    };
}
