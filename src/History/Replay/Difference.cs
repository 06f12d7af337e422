using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.History;

/// <summary>One line of what a partnership is: of what, and what it is.</summary>
public sealed record StateLine(string What, string Value);

/// <summary>What became of a line between two points of history.</summary>
public enum Change { Added, Changed, Removed }

/// <summary>One line that reads differently at two points of history.</summary>
public sealed record Difference(string What, Change Change, string? Then, string? Now)
{
    /// <summary>What reads differently, in the order of the later state; what it no longer has comes last. Lines of the same thing, such as two reviews of one school,
    /// are compared together: a number would shift when an earlier one is entered late.</summary>
    public static IReadOnlyList<Difference> Between(IReadOnlyList<StateLine> then, IReadOnlyList<StateLine> now)
    {
        var before = Together(then);
        var after = Together(now);
        return
        [
            .. now.Select(line => line.What).Distinct().Where(what => before.GetValueOrDefault(what) != after[what])
                .Select(what => new Difference(what, before.ContainsKey(what) ? Change.Changed : Change.Added, before.GetValueOrDefault(what), after[what])),
            .. then.Select(line => line.What).Distinct().Where(what => !after.ContainsKey(what)).Select(what => new Difference(what, Change.Removed, before[what], null)),
        ];

        static Dictionary<string, string> Together(IReadOnlyList<StateLine> lines) =>
            lines.GroupBy(line => line.What).ToDictionary(alike => alike.Key, alike => string.Join("; ", alike.Select(line => line.Value)));
    }
}

/// <summary>A state as lines: the same on the page, on the command line and in a comparison.</summary>
public static class StateLines
{
    public static IReadOnlyList<StateLine> Lines(this PartnershipAt? partnership, SchoolNames schools) => partnership is null ? [] :
    [
        new("Name", partnership.Name),
        new("Kind", Words.Sentence(Words.Of(partnership.Kind))),
        new("Stage", $"{Words.Sentence(Phrase.Of(partnership.Stage))} since {When.InWords(partnership.StageSince)}"),
        .. partnership.PurposeVersion == 0 ? [] : new StateLine[] { new("Moral purpose", $"Version {partnership.PurposeVersion}") },
        .. partnership.ProtocolVersion == 0 ? [] : new StateLine[] { new("Protocol", $"Version {partnership.ProtocolVersion}, {Phrase.Count(partnership.Signatures, "signature", "signatures")}") },
        .. partnership.Members.Select(member => new StateLine($"Member {schools.Of(member.Urn)}", $"{Words.Sentence(Words.Of(member.Membership))} from {When.InWords(member.From)}")),
        .. partnership.Leads.Select(lead => new StateLine($"{Words.Sentence(Words.Of(lead.Role))} from {schools.Of(lead.Urn)}",
            $"From {When.InWords(lead.From)}{(lead.To is { } to ? $" to {When.InWords(to)}" : "")}")),
        .. partnership.PeerGroups == 0 ? [] : new StateLine[] { new("Peer groups", $"{partnership.PeerGroups}") },
        .. partnership.Reviews.Select(review => new StateLine($"Review of {schools.Of(review.HostUrn)}, round {review.Round} of {AcademicYear.InWords(review.AcademicYear)}", Words.Sentence(Words.Of(review.State)))),
        .. partnership.Decisions.Select(decision => new StateLine($"Decision on {Words.Of(decision.Kind)}",
            Words.Sentence(Words.Of(decision.State)) + (decision.Outcome is { } outcome ? $", {Words.Of(outcome)}" : ""))),
        .. partnership.SupportRequests.Select(request => new StateLine($"Request by {schools.Of(request.Urn)}", Words.Sentence(Words.Of(request.State)))),
        .. partnership.Offers == 0 ? [] : new StateLine[] { new("Offers of support", $"{partnership.Offers}") },
    ];
}
