using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>A member says that another does not keep the protocol, so that it is settled among peers and early, and does not turn into silence.</summary>
public sealed record RaiseConcern(PartnershipId PartnershipId, Urn Urn, ConcernKind Kind, ConfidentialText Summary, ConfidentialText Facts, DateOnly OccurredOn) : ICommand
{
    public const int LongestSummary = 200;

    public Objection? Objection(ReviewingPartnership? partnership, IReadOnlyList<PeerConcern> raised, Acting acting) =>
        partnership?.MayBeKnownTo(acting) != true ? Contracts.Objection.Unknown("partnershipId")
        : partnership.Members.NotGoingOn() is { } over ? over
        : !acting.Leads(PartnershipId) && !partnership.MembersOn(OccurredOn).Any(urn => acting.Headed(urn, OccurredOn) && acting.Headed(urn, acting.Today))
            ? Contracts.Objection.LacksCapacity("the head of a member school, or the partnership's lead")
        : acting.TiedTo(Urn, acting.Today, Capacity.Headteacher) ? Contracts.Objection.Malformed("urn", "A concern is about another member.")
        : partnership.NotAMember(Urn, OccurredOn, "urn")
            ?? (raised.Any(concern => concern is { Resolved: null, Reviewed: null } && concern.Urn == Urn && concern.Raised.Kind == Kind && concern.Raised.RaisedBy == acting.Person)
                ? Contracts.Objection.Malformed("kind", "You have raised this concern about this school already, and it has not ended.")
                : null)
            ?? Summary.NotFitForConcern(LongestSummary, "summary") ?? Facts.NotFitForConcern(2000, "facts");

    public ConcernRaised Decide(ConcernId id, PersonId raisedBy) => new(id, PartnershipId, Urn, Kind, Summary, Facts, raisedBy, OccurredOn);
}

public static class RaiseConcernEndpoint
{
    public static async Task<(ReviewingPartnership?, IReadOnlyList<PeerConcern>)> LoadAsync(RaiseConcern command, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.FindAsync(command.PartnershipId, session, token),
            await session.Query<PeerConcern>().Where(concern => concern.PartnershipId == command.PartnershipId).ToListAsync(token));

    public static Objection? Validate(RaiseConcern command, ReviewingPartnership? partnership, IReadOnlyList<PeerConcern> raised, Acting acting) => command.Objection(partnership, raised, acting);

    [WolverinePost("/api/v1/concerns")]
    public static (Created<Begun<ConcernId>>, IStartStream) Post(RaiseConcern command, Acting acting)
    {
        var id = ConcernId.New();
        return (TypedResults.Created($"/api/v1/concerns/{id}", new Begun<ConcernId>(id)), MartenOps.StartStream<PeerConcern>(id.Value, command.Decide(id, acting.Person)));
    }
}
