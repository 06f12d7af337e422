using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Partnerships;

/// <summary>Which school came after which, in any partnership: what belonged to the first belongs to the last. A county sees some dozens in all, so they are read at once.</summary>
public sealed record Successions(IReadOnlyList<MemberSchool> Succeeded)
{
    public static readonly Successions None = new([]);

    /// <summary>The school and those that came after it.</summary>
    public IReadOnlyList<Urn> LineOf(Urn urn) => Succeeded.LineOf(urn);

    /// <summary>The schools whose things now belong to one of these, and these.</summary>
    public IReadOnlyList<Urn> BelongingTo(IReadOnlyCollection<Urn> urns) => [.. urns.Concat(Succeeded.Select(member => member.Urn).Where(urn => LineOf(urn).Any(urns.Contains))).Distinct()];

    /// <summary>The schools that this one came after, however long ago and whichever partnership recorded it.</summary>
    public IReadOnlyList<Urn> Before(Urn urn)
    {
        List<Urn> line = [urn];
        for (var at = 0; at < line.Count; at++) line.AddRange(Succeeded.Where(one => one.SucceededBy == line[at]).Select(one => one.Urn).Except(line).ToList());
        return line[1..];
    }

    public static async Task<Successions> ReadAsync(IQuerySession session, CancellationToken token)
    {
        var members = await session.Query<Partnership>().Where(partnership => partnership.Members.Any(member => member.End == MembershipEnd.Succeeded)).SelectMany(partnership => partnership.Members).ToListAsync(token);
        return new([.. members.Where(member => member.SucceededBy is not null)]);
    }
}
