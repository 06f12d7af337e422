namespace EssexImprovement.History;

/// <summary>One line of what a partnership is: of what, and what it is.</summary>
public sealed record StateLine(string What, string Value);

/// <summary>What became of a line between two points of history.</summary>
public enum Change { Added, Changed, Removed }

/// <summary>One line that reads differently at two points of history.</summary>
public sealed record Difference(string What, Change Change, string? Then, string? Now);

/// <summary>A state as lines, and how two states differ: the same lines on the page, on the command line and in the comparison.</summary>
public static class Differences
{
    public static IReadOnlyList<StateLine> Lines(this PartnershipAt? partnership, SchoolNames schools) => partnership is null ? [] :
    [
        new("Name", partnership.Name),
        new("Kind", British.Sentence(British.Words(partnership.Kind))),
        new("Stage", $"{British.Sentence(British.Stage(partnership.Stage))} since {British.Day(partnership.StageSince)}"),
        .. partnership.PurposeVersion == 0 ? [] : new StateLine[] { new("Moral purpose", $"Version {partnership.PurposeVersion}") },
        .. partnership.ProtocolVersion == 0 ? [] : new StateLine[] { new("Protocol", $"Version {partnership.ProtocolVersion}, {Count(partnership.Signatures, "signature")}") },
        .. partnership.Members.Select(member => new StateLine($"Member {schools.Of(member.Urn)}", $"{British.Sentence(British.Words(member.Membership))} from {British.Day(member.From)}")),
        // The same person may hold a role twice, and two may hold it at once; the line tells them apart without a name.
        .. partnership.Leads.Select((lead, i) => new StateLine($"Appointment {i + 1}", RoleOf(lead, schools))),
        .. partnership.PeerGroups == 0 ? [] : new StateLine[] { new("Peer groups", $"{partnership.PeerGroups}") },
        .. partnership.Reviews.Select((review, i) => new StateLine($"Review {i + 1}, of {schools.Of(review.HostUrn)}", British.Sentence(British.Words(review.State)))),
        .. partnership.Decisions.Select((decision, i) => new StateLine($"Decision {i + 1}, on {British.Words(decision.Kind)}",
            British.Sentence(British.Words(decision.State)) + (decision.Outcome is { } outcome ? $", {British.Words(outcome)}" : ""))),
        .. partnership.SupportRequests.Select((request, i) => new StateLine($"Request {i + 1}, by {schools.Of(request.Urn)}", British.Sentence(British.Words(request.State)))),
        .. partnership.Offers == 0 ? [] : new StateLine[] { new("Offers of support", $"{partnership.Offers}") },
    ];

    /// <summary>What reads differently, in the order of the later state; what it no longer has comes last.</summary>
    public static IReadOnlyList<Difference> Between(IReadOnlyList<StateLine> then, IReadOnlyList<StateLine> now)
    {
        var before = then.ToDictionary(line => line.What, line => line.Value);
        var after = now.ToDictionary(line => line.What, line => line.Value);
        return
        [
            .. now.Where(line => before.GetValueOrDefault(line.What) != line.Value)
                .Select(line => new Difference(line.What, before.ContainsKey(line.What) ? Change.Changed : Change.Added, before.GetValueOrDefault(line.What), line.Value)),
            .. then.Where(line => !after.ContainsKey(line.What)).Select(line => new Difference(line.What, Change.Removed, line.Value, null)),
        ];
    }

    private static string RoleOf(LeadAt lead, SchoolNames schools) =>
        $"{British.Sentence(British.Words(lead.Role))} from {schools.Of(lead.Urn)}, from {British.Day(lead.From)}{(lead.To is { } to ? $" to {British.Day(to)}" : "")}";

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
