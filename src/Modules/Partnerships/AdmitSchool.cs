using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The full members vote a school in, so that nobody is added behind their backs.</summary>
public sealed record AdmitSchool(
    Urn Urn, Membership Membership, DateOnly From, IReadOnlyList<Urn> VotesFor, IReadOnlyList<Urn> VotesAgainst, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, IReadOnlyList<RegisteredSchool> schools, Acting acting)
    {
        if (partnership.NotRecordedBy(acting) is { } notFor) return notFor;
        if (partnership.Members.Current(Urn) is not null) return new("PRT-3", $"School {Urn} is a member already.", "urn");

        var voters = partnership.FullMembersOn(OccurredOn).ToList();
        var votes = VotesFor.Concat(VotesAgainst).ToList();
        var current = partnership.Members.Where(member => member.To is null).ToList();
        var full = current.Count(member => member.Membership == Membership.Full) + (Membership == Membership.Full ? 1 : 0);
        return votes.Distinct().Count() != votes.Count ? new("PRT-4", "A school has one vote.", "votesFor")
            : votes.Except(voters).Any() ? new("PRT-4", "Only full members vote.", "votesFor")
            : VotesFor.Count * 2 <= voters.Count ? new("PRT-4", $"{VotesFor.Count} of {voters.Count} full members voted for it; a majority must.", "votesFor")
            : From < OccurredOn ? Contracts.Objection.Malformed("from", "Membership begins on the day of the vote or later.")
            : SizeOfPartnership.Objection(partnership.Kind, full, current.Count + 1, "urn") ?? schools.NotOpenOn(OccurredOn, [Urn], "urn");
    }

    public SchoolAdmitted Decide(Partnership partnership) => new(partnership.Id, Urn, Membership, From, VotesFor, VotesAgainst, OccurredOn);
}

public static class AdmitSchoolEndpoint
{
    public static Task<IReadOnlyList<RegisteredSchool>> LoadAsync(AdmitSchool command, IQuerySession session, CancellationToken token) =>
        RegisteredSchool.AllAsync(session, [command.Urn], token);

    public static Objection? Validate(AdmitSchool command, Partnership partnership, IReadOnlyList<RegisteredSchool> schools, Acting acting) =>
        command.Objection(partnership, schools, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/members")]
    public static (Recorded, Events) Post(AdmitSchool command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
