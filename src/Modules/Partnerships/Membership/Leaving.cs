using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>What is asked of every school that leaves, alone or in a swap.</summary>
public static class Leaving
{
    public static Objection? NotFreeToLeave(this Partnership partnership, Urn urn, IReadOnlyList<Outstanding> outstanding, DateOnly last, string field) =>
        partnership.Members.Current(urn) is not { } member || member.From > last ? new("XCT-8", $"School {urn} was not a member on {last:d MMMM yyyy}.", field)
        : outstanding.Distinct().Count() != outstanding.Count ? Objection.Malformed("outstanding", "What is outstanding is named once.")
        : partnership.Notices.LastOrDefault(notice => notice.Urn == urn) is not { } notice ? new("PRT-5", $"School {urn} has given no notice.", field)
        : notice.LeavesOn > last ? new("PRT-5", $"School {urn} has given notice for {notice.LeavesOn:d MMMM yyyy}; it does not leave before that.", "occurredOn")
        : partnership.Leads.Any(lead => !(lead.To <= last) && partnership.Members.LineOf(lead.Urn).Contains(urn)) ? new("PRT-9", $"School {urn} employs a lead of this partnership, who hands over first.", field)
        : null;
}
