using EssexImprovement.Contracts;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Concerns as people say it.</summary>
public static class ConcernInWords
{
    /// <summary>Who sees a concern, said wherever one is shown or answered.</summary>
    public const string Audience = "the head of the school concerned, whoever raised it and the partnership's lead; from a meeting of the partnership on, the headteachers of all its schools.";

    public static string Of(ConcernStep step) => step switch
    {
        ConcernStep.Conversation => "a conversation",
        ConcernStep.FacilitatedMeeting => "a meeting with somebody neutral",
        ConcernStep.PartnershipMeeting => "a meeting of the partnership",
        ConcernStep.QuadrantChair => "the chair of the quadrant",
        _ => "the board",
    };
}

public static class ConcernsPageEndpoint
{
    public static Task<IReadOnlyList<ConcernLine>?> LoadAsync(PartnershipId partnershipId, IQuerySession session, Acting acting, CancellationToken token) =>
        ListConcernsEndpoint.LoadAsync(partnershipId, session, acting, token);

    public static Objection? Validate(IReadOnlyList<ConcernLine>? known) => known is null ? Objection.Unknown() : null;

    /// <summary>The concerns of a partnership that the reader may know of.</summary>
    [WolverineGet("/partnerships/{partnershipId}/concerns")]
    public static async Task<RazorComponentResult> Get(PartnershipId partnershipId, [NotBody] IReadOnlyList<ConcernLine> known, IQuerySession session, CancellationToken token) =>
        new RazorComponentResult<ConcernsPage>(new
        {
            Id = partnershipId, (await ReviewingPartnership.OfAsync(partnershipId, session, token)).Name, Concerns = known, Schools = await SchoolsNamed.OfAsync(known.Select(line => line.Urn), session, token),
        });
}

public static class ConcernPageEndpoint
{
    public static Task<ConcernAsSeen?> LoadAsync(PeerConcern concern, IQuerySession session, Reader reader, CancellationToken token) => ReadConcernEndpoint.LoadAsync(concern, session, reader, token);

    public static Objection? Validate(ConcernAsSeen? seen) => ReadConcernEndpoint.Validate(seen);

    /// <summary>A concern among peers: what it is about, what the school concerned says, and each step taken.</summary>
    [WolverineGet("/concerns/{concernId}")]
    public static async Task<RazorComponentResult> Get(
        [ReadModel("concernId")] PeerConcern concern, [NotBody] ConcernAsSeen seen, IQuerySession session, IPeople people, Acting acting, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(concern.PartnershipId, session, token);
        return new RazorComponentResult<ConcernPage>(new
        {
            Concern = seen, Partnership = partnership.Name, MayAnswer = new GiveResponse(new("?"), acting.Today).Objection(concern, partnership, acting) is null, Schools = await SchoolsNamed.OfAsync([seen.Urn], session, token),
            People = await people.ShowAsync([seen.RaisedBy, .. seen.Steps.Select(step => step.Facilitator).OfType<PersonId>()], [concern.PartnershipId], acting, token),
        });
    }
}
