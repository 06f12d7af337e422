using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>How many schools a kind of partnership may have (PRT-1, PRT-2).</summary>
public static class SizeOfPartnership
{
    /// <summary>Asked of the members as they would be after a fact: those whose membership goes on or is to begin.</summary>
    public static Objection? Objection(PartnershipKind kind, IReadOnlyList<MemberSchool> after, string field)
    {
        var staying = after.Where(member => member.To is null).ToList();
        return Objection(kind, staying.Count(member => member.Membership == Membership.Full), staying.Count, field);
    }

    public static Objection? Objection(PartnershipKind kind, int full, int total, string field) => kind switch
    {
        PartnershipKind.Triad when full != 3 || total != 3 => new("PRT-1", "A triad is exactly three full members.", field),
        PartnershipKind.Cluster when full is < 3 or > 7 || total > 7 => new("PRT-2", "A cluster has three to seven members.", field),
        PartnershipKind.Consortium when full < 8 || full > 16 || total > 24 => new("PRT-2", "A consortium has eight to 16 full members and at most 24 in all.", field),
        PartnershipKind.AreaPartnership when full < 2 => new("PRT-2", "An area partnership has at least two members.", field),
        _ => null,
    };
}
