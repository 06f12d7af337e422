using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>A draft, for the head of the school it is about.</summary>
/// <param name="Id">The draft.</param>
/// <param name="PartnershipId">The partnership that would be asked.</param>
/// <param name="State">Whether it waits, was sent or was put away.</param>
/// <param name="Urn">The school that needs help.</param>
/// <param name="Area">What about.</param>
/// <param name="WantedOutcome">What should be better afterwards.</param>
/// <param name="Why">Why now.</param>
/// <param name="PlanId">The plan it comes from.</param>
/// <param name="ObjectiveId">The objective that needs help.</param>
/// <param name="DraftedOn">The day help was asked for.</param>
/// <param name="SupportRequestId">The request it was sent as; null while it was not.</param>
public sealed record DraftAsSeen(
    SupportRequestDraftId Id, PartnershipId PartnershipId, SupportRequestDraftState State, Urn Urn, ImprovementArea Area, ShownText? WantedOutcome, ShownText? Why, PlanId PlanId,
    ObjectiveId ObjectiveId, DateOnly DraftedOn, SupportRequestId? SupportRequestId)
{
    public static DraftAsSeen By(SupportRequestDraft draft, BrokeringPartnership partnership, Reader reader)
    {
        var (told, seal) = (draft.Drafted, draft.SealIn(partnership));
        return new(
            draft.Id, draft.PartnershipId, draft.State, told.Urn, told.Area, reader.Show(told.WantedOutcome, seal), reader.Show(told.Why, seal), told.PlanId, told.ObjectiveId,
            told.OccurredOn, draft.Sent?.SupportRequestId);
    }
}

/// <summary>The drafts that lie with one head.</summary>
public sealed record DraftList(IReadOnlyList<DraftAsSeen> Items);

public static class ListSupportRequestDraftsEndpoint
{
    public static Task<BrokeringPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(BrokeringPartnership? partnership, Acting acting) => partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown("partnershipId");

    /// <summary>The drafts of requests for support that lie with you, as the head of a school in this partnership, in the order they were drafted; those sent and put away too. Nobody else
    /// sees them. With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/support-request-drafts")]
    public static async Task<Results<Ok<DraftList>, Csv<DraftAsSeen>>> Get(
        PartnershipId partnershipId, BrokeringPartnership partnership, string? format, IQuerySession session, Reader reader, HttpContext http, CancellationToken token)
    {
        var drafts = await session.Query<SupportRequestDraft>().Where(draft => draft.PartnershipId == partnershipId).ToListAsync(token);
        var list = new DraftList([.. drafts.Where(draft => draft.IsWith(reader.Acting, partnership)).OrderBy(draft => draft.Drafted.OccurredOn).ThenBy(draft => draft.Id.Value)
            .Select(draft => DraftAsSeen.By(draft, partnership, reader))]);
        return http.Request.AsksForCsv(format) ? new Csv<DraftAsSeen>("support-request-drafts", list.Items) : TypedResults.Ok(list);
    }
}

public static class ReadSupportRequestDraftEndpoint
{
    public static Task<BrokeringPartnership> LoadAsync(SupportRequestDraft draft, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.OfAsync(draft.PartnershipId, session, token);

    public static Objection? Validate(SupportRequestDraft draft, BrokeringPartnership partnership, Acting acting) => draft.IsWith(acting, partnership) ? null : Objection.Unknown();

    /// <summary>A draft of a request for support, for the head of the school it is about. Send it by POST /api/v1/support-requests with its id as draftId, worded as you like.</summary>
    [WolverineGet("/api/v1/support-request-drafts/{supportRequestDraftId}")]
    public static DraftAsSeen Get([ReadModel] SupportRequestDraft draft, BrokeringPartnership partnership, Reader reader, HttpResponse response)
    {
        response.ETagOf(draft.Version);
        return DraftAsSeen.By(draft, partnership, reader);
    }
}
