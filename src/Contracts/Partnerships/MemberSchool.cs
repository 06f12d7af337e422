using System.Collections.Immutable;

namespace EssexImprovement.Contracts.Partnerships;

/// <summary>Why a stretch of membership ended.</summary>
public enum MembershipEnd
{
    /// <summary>It goes on as full or associate.</summary>
    Changed,
    /// <summary>The school left.</summary>
    Left,
    /// <summary>Another school took its place.</summary>
    Succeeded,
    /// <summary>The partnership was dissolved.</summary>
    Dissolved,
}

/// <summary>One stretch of a school's membership.</summary>
/// <param name="Urn">The school.</param>
/// <param name="Membership">Full or associate.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it goes on.</param>
/// <param name="End">Why it ended; null while it goes on.</param>
/// <param name="SucceededBy">The school that took its place, if one did.</param>
public sealed record MemberSchool(Urn Urn, Membership Membership, DateOnly From, DateOnly? To = null, MembershipEnd? End = null, Urn? SucceededBy = null)
{
    /// <summary>True from the first day to the last, both inclusive.</summary>
    public bool On(DateOnly day) => From <= day && !(To < day);
}

/// <summary>Who belongs to a partnership, folded from its facts. Every room and the timeline use this one fold, so that they cannot disagree on who was a member when.</summary>
public static class MemberSchools
{
    /// <summary>The founding schools, each full from the first day.</summary>
    public static ImmutableList<MemberSchool> Founded(PartnershipFormed fact) => [.. fact.FoundingUrns.Select(urn => new MemberSchool(urn, Membership.Full, fact.OccurredOn))];

    /// <summary>The members after one more school was admitted.</summary>
    public static ImmutableList<MemberSchool> After(this ImmutableList<MemberSchool> members, SchoolAdmitted fact) => members.Add(new(fact.Urn, fact.Membership, fact.From));

    /// <summary>The members after one became full or associate.</summary>
    public static ImmutableList<MemberSchool> After(this ImmutableList<MemberSchool> members, MembershipChanged fact) =>
        members.Ended(fact.Urn, fact.OccurredOn.AddDays(-1), MembershipEnd.Changed).Add(new(fact.Urn, fact.Now, fact.OccurredOn));

    /// <summary>The members after one left.</summary>
    public static ImmutableList<MemberSchool> After(this ImmutableList<MemberSchool> members, SchoolLeft fact) => members.Ended(fact.Urn, fact.OccurredOn, MembershipEnd.Left);

    /// <summary>The members after one took another's place, in the same membership. In an amalgamation the later of two joins the stretch that runs.</summary>
    public static ImmutableList<MemberSchool> After(this ImmutableList<MemberSchool> members, SchoolSucceeded fact)
    {
        var old = members.Current(fact.OldUrn);
        var ended = members.Ended(fact.OldUrn, fact.OccurredOn.AddDays(-1), MembershipEnd.Succeeded, fact.NewUrn);
        return old is null || ended.Current(fact.NewUrn) is not null ? ended : ended.Add(new(fact.NewUrn, old.Membership, fact.OccurredOn));
    }

    /// <summary>The members after the partnership's last day.</summary>
    public static ImmutableList<MemberSchool> After(this ImmutableList<MemberSchool> members, PartnershipDissolved fact) =>
        members.ConvertAll(member => member.To is null ? member with { To = fact.OccurredOn, End = MembershipEnd.Dissolved } : member);

    /// <summary>The members on a day.</summary>
    public static IEnumerable<MemberSchool> On(this IEnumerable<MemberSchool> members, DateOnly day) => members.Where(member => member.On(day));

    /// <summary>True when the school was a member on the day.</summary>
    public static bool Has(this IEnumerable<MemberSchool> members, Urn urn, DateOnly day) => members.Any(member => member.Urn == urn && member.On(day));

    /// <summary>The stretch of membership that goes on, or is to begin; null when there is none.</summary>
    public static MemberSchool? Current(this IEnumerable<MemberSchool> members, Urn urn) => members.FirstOrDefault(member => member.Urn == urn && member.To is null);

    /// <summary>The schools whose leaders may know of the partnership: those that belong or are to belong, and those that belonged when it was dissolved. A school that left
    /// is told nothing new.</summary>
    public static IEnumerable<Urn> MayKnow(this IEnumerable<MemberSchool> members, DateOnly today) =>
        members.Where(member => member.To is null || member.To >= today || member.End == MembershipEnd.Dissolved).Select(member => member.Urn);

    /// <summary>XCT-9 when the partnership was dissolved: its last members ended with it, and nothing is added to it any more.</summary>
    public static Objection? NotGoingOn(this IEnumerable<MemberSchool> members) =>
        members.Any(member => member.End == MembershipEnd.Dissolved) ? new("XCT-9", "This partnership is dissolved; nothing is added to it.") : null;

    /// <summary>The school and those that came after it: what belonged to the first belongs to the last.</summary>
    public static IReadOnlyList<Urn> LineOf(this IEnumerable<MemberSchool> members, Urn urn)
    {
        List<Urn> line = [urn];
        while (members.FirstOrDefault(member => member.Urn == line[^1] && member.SucceededBy is not null)?.SucceededBy is { } next && !line.Contains(next)) line.Add(next);
        return line;
    }

    /// <summary>The school that stands in this one's place on a day: itself, or the last that came after it and was a member by then.</summary>
    public static Urn InPlaceOf(this IEnumerable<MemberSchool> members, Urn urn, DateOnly day) =>
        members.LineOf(urn).LastOrDefault(school => members.Any(member => member.Urn == school && member.From <= day), urn);

    /// <summary>Which schools took the place of this one and of each other, in order, each with its first day.</summary>
    public static IEnumerable<(Urn Was, Urn Now, DateOnly From)> SuccessionsFrom(this IReadOnlyCollection<MemberSchool> members, Urn urn)
    {
        var line = members.LineOf(urn);
        return line.Zip(line.Skip(1), (was, now) => (was, now, members.First(member => member.Urn == was && member.SucceededBy == now).To!.Value.AddDays(1)));
    }

    private static ImmutableList<MemberSchool> Ended(this ImmutableList<MemberSchool> members, Urn urn, DateOnly last, MembershipEnd end, Urn? by = null) =>
        members.ConvertAll(member => member.Urn == urn && member.To is null ? member with { To = last, End = end, SucceededBy = by } : member);
}
