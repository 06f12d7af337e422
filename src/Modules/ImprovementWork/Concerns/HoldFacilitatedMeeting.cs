using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Marten.Events;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>The two sides meet with somebody neutral, who belongs to neither school.</summary>
public sealed record HoldFacilitatedMeeting(PersonId Facilitator, ConfidentialText Outcome, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerConcern concern, ReviewingPartnership partnership, TwoSides sides, Acting acting) =>
        concern.NotKeptBy(acting, partnership) ?? concern.NotGoingOn(this)
        ?? concern.OutOfTurn(ConcernStep.FacilitatedMeeting)
        ?? (sides.People.Contains(Facilitator) ? Contracts.Objection.Malformed("facilitator", "Somebody neutral belongs to neither of the two schools.") : null)
        ?? Outcome.NotFitForConcern(2000, "outcome");

    public FacilitatedMeetingHeld Decide(PeerConcern concern) => new(concern.Id, concern.PartnershipId, Facilitator, Outcome, OccurredOn);
}

/// <summary>Whom the ledger knows on either side of a concern: whoever raised it, and whoever ever headed or chaired the school concerned or a school of theirs, led the partnership from one of
/// the two, or was trained there. Somebody who left one of the schools is not neutral either.</summary>
public sealed record TwoSides(ImmutableHashSet<PersonId> People)
{
    public static TwoSides Of(PeerConcern concern, ReviewingPartnership partnership, IEnumerable<(PersonId Person, Urn Urn)> posts)
    {
        var held = posts.ToList();
        var schools = partnership.Members.LineOf(concern.Urn).Concat(held.Where(post => post.Person == concern.Raised.RaisedBy).Select(post => post.Urn)).ToHashSet();
        return new([concern.Raised.RaisedBy, .. held.Where(post => schools.Contains(post.Urn)).Select(post => post.Person)]);
    }

    /// <summary>In one round trip.</summary>
    public static async Task<TwoSides> OfAsync(PeerConcern concern, ReviewingPartnership partnership, PersonId facilitator, IQuerySession session, CancellationToken token)
    {
        Guid[] streams = [.. partnership.Members.Select(member => member.Urn.LeadershipStream()).Distinct(), partnership.Id.Value, TrainingRecord.StreamOf(facilitator)];
        var facts = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.EventTypesAre(typeof(SchoolLeaderAppointed), typeof(LeadAppointed), typeof(TrainingCompleted))).ToListAsync(token);
        return Of(concern, partnership, facts.Select(e => e.Data switch
        {
            SchoolLeaderAppointed fact => (fact.PersonId, fact.Urn),
            LeadAppointed fact => (fact.PersonId, fact.Urn),
            var trained => (((TrainingCompleted)trained).PersonId, ((TrainingCompleted)trained).HomeUrn),
        }));
    }
}

public static class HoldFacilitatedMeetingEndpoint
{
    public static async Task<(ReviewingPartnership, TwoSides)> LoadAsync(HoldFacilitatedMeeting command, PeerConcern concern, IQuerySession session, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);
        return (partnership, await TwoSides.OfAsync(concern, partnership, command.Facilitator, session, token));
    }

    public static Objection? Validate(HoldFacilitatedMeeting command, PeerConcern concern, ReviewingPartnership partnership, TwoSides sides, Acting acting) =>
        command.Objection(concern, partnership, sides, acting);

    [WolverinePost("/api/v1/concerns/{concernId}/facilitated-meeting")]
    public static (Recorded, Events) Post(HoldFacilitatedMeeting command, [WriteModel("concernId")] PeerConcern concern) =>
        (new(concern.Version + 1), [command.Decide(concern)]);
}
