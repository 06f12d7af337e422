using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>How many schools a kind of partnership may have (PRT-1, PRT-2). Too few is asked when it is formed and when members become associates; nobody is kept in by it, so that leaving
/// and succession ask only for too many. A triad is three at every commit.</summary>
public static class SizeOfPartnership
{
    /// <summary>Asked of the members as they would be after a fact: those whose membership goes on or is to begin.</summary>
    public static Objection? Objection(PartnershipKind kind, IReadOnlyList<MemberSchool> after, string field)
    {
        var (full, total) = Staying(after);
        return kind switch
        {
            PartnershipKind.Triad when full != 3 || total != 3 => new("PRT-1", "A triad is exactly three full members.", field),
            PartnershipKind.Cluster when total > 7 => new("PRT-2", "A cluster has at most seven members.", field),
            PartnershipKind.Consortium when full > 16 || total > 24 => new("PRT-2", "A consortium has at most 16 full members and 24 in all.", field),
            _ => null,
        };
    }

    /// <summary>The same, and too few full members.</summary>
    public static Objection? ObjectionToTooFew(PartnershipKind kind, IReadOnlyList<MemberSchool> after, string field) =>
        Objection(kind, after, field) ?? (kind, Staying(after).Full) switch
        {
            (PartnershipKind.Cluster, < 3) => new("PRT-2", "A cluster has three to seven full members.", field),
            (PartnershipKind.Consortium, < 8) => new("PRT-2", "A consortium has eight to 16 full members.", field),
            (PartnershipKind.AreaPartnership, < 2) => new("PRT-2", "An area partnership has at least two full members.", field),
            _ => null,
        };

    private static (int Full, int Total) Staying(IReadOnlyList<MemberSchool> members)
    {
        var staying = members.Where(member => member.To is null).ToList();
        return (staying.Count(member => member.Membership == Membership.Full), staying.Count);
    }
}
