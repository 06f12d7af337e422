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
    public Objection? Objection(Partnership partnership, SchoolsAsked asked, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? partnership.NotAdmitted(Urn, VotesFor, VotesAgainst, OccurredOn, From, asked, "urn")
        ?? (From < OccurredOn ? Contracts.Objection.Malformed("from", "Membership begins on the day of the vote or later.")
        : SizeOfPartnership.Objection(partnership.Kind, partnership.Members.After(Decide(partnership)), "urn") ?? asked.Schools.NotOpenOn(OccurredOn, [Urn], "urn") ?? asked.Schools.NotOpenOn(From, [Urn], "from"));

    public SchoolAdmitted Decide(Partnership partnership) => new(partnership.Id, Urn, Membership, From, VotesFor, VotesAgainst, OccurredOn);
}

public static class AdmitSchoolEndpoint
{
    public static Task<SchoolsAsked> LoadAsync(AdmitSchool command, IQuerySession session, CancellationToken token) => SchoolsAsked.OfAsync(command.Urn, session, token);

    public static Objection? Validate(AdmitSchool command, Partnership partnership, SchoolsAsked asked, Acting acting) => command.Objection(partnership, asked, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/members")]
    public static (Recorded, Events) Post(AdmitSchool command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
