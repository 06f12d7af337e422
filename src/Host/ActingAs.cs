using EssexImprovement.Contracts;
using EssexImprovement.Shell;

namespace EssexImprovement.Host;

/// <summary>The one capacity a request is made in, when somebody holds several: <c>headteacher</c>, <c>headteacher;urn=990001</c> or <c>partnership-lead;partnership=…</c>.</summary>
public sealed record ActingAs(Capacity Capacity, Urn? Urn, PartnershipId? Partnership)
{
    public const string Header = "X-Acting-As";

    public const string Meaning =
        "Which of your capacities you act in, when you hold several: its name, and where if that matters: headteacher;urn=990001, partnership-lead;partnership=<id>. 403 when you do not hold it " +
        "today (XCT-4). The fact records it. What is forbidden to whoever heads a school stays forbidden. peer-reviewer lays aside every capacity and leaves your place on a review team. Without this header all your capacities count.";

    /// <summary>Reads the header; null for what is none.</summary>
    public static ActingAs? Read(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || !Kebab.TryRead<Capacity>(parts[0], out var capacity)) return null;
        return (parts.Length == 1 ? null : parts[1].Split('=', 2)) switch
        {
            null => new(capacity, null, null),
            ["urn", var urn] when Contracts.Urn.TryParse(urn, null, out var school) => new(capacity, school, null),
            ["partnership", var id] when PartnershipId.TryParse(id, null, out var partnership) => new(capacity, null, partnership),
            _ => null,
        };
    }

    /// <summary>The same person with this capacity alone; null when they do not hold it today. A place on a review team is no capacity the ledger gives, so whoever acts as a peer
    /// reviewer without one holds nothing and does what their team lets them. Emergency access is an auditor's or a data steward's.</summary>
    public Acting? Narrow(Acting acting)
    {
        var held = acting.Held.Where(one => one.Capacity == Capacity && (Urn is null || one.Urn == Urn) && (Partnership is null || one.PartnershipId == Partnership)).ToList();
        return held.Any(one => one.HeldOn(acting.Today)) || this is { Capacity: Capacity.PeerReviewer, Urn: null, Partnership: null }
            ? acting with { Held = held, LaidAside = [.. acting.Held.Except(held)], Emergencies = Capacity is Capacity.Auditor or Capacity.DataSteward ? acting.Emergencies : [] }
            : null;
    }
}
