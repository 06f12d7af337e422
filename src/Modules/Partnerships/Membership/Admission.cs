using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.Partnerships;

/// <summary>What is asked of every school that is let in, alone or in another's place: that it is not in already under this or an earlier URN (PRT-3), and that the full members
/// voted for it (PRT-4).</summary>
public static class Admission
{
    public static Objection? NotAdmitted(
        this Partnership partnership, Urn urn, IReadOnlyList<Urn> votesFor, IReadOnlyList<Urn> votesAgainst, DateOnly day, DateOnly from, SchoolsAsked asked, string field)
    {
        bool StillIn(Urn school) => partnership.Members.Any(member => member.Urn == school && !(member.To < from));
        if (StillIn(urn)) return new("PRT-3", $"School {urn} is a member already, or was until {from:d MMMM yyyy} or later.", field);
        if (asked.Successions.Before(urn).FirstOrDefault(StillIn) is { Value: > 0 } before)
            return new("PRT-3", $"School {urn} came after school {before}, which is a member still; record the succession.", field);

        var voters = partnership.FullMembersOn(day).ToList();
        List<Urn> votes = [.. votesFor, .. votesAgainst];
        return votes.Distinct().Count() != votes.Count ? new("PRT-4", "A school has one vote.", "votesFor")
            : votes.Except(voters).Any() ? new("PRT-4", "Only full members vote.", "votesFor")
            : votesFor.Count * 2 <= voters.Count ? new("PRT-4", $"{votesFor.Count} of {voters.Count} full members voted for it; a majority must.", "votesFor")
            : null;
    }
}

/// <summary>What is known of the schools a command names: what the register says, and which came after which.</summary>
public sealed record SchoolsAsked(IReadOnlyList<RegisteredSchool> Schools, Successions Successions)
{
    public static async Task<SchoolsAsked> OfAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        new(await RegisteredSchool.AllAsync(session, [urn], token), await Successions.ReadAsync(session, token));
}
