using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.Brokerage;

/// <summary>A school asks its peers for support: done with a school, not to it.</summary>
public sealed record RequestSupport(
    PartnershipId PartnershipId, Urn Urn, ImprovementArea Area, ConfidentialText WantedOutcome, ConfidentialText Why, Urgency Urgency, RequestOrigin Origin, bool HeadConsents,
    DateOnly OccurredOn, DecisionId? DecisionId = null, SupportRequestDraftId? DraftId = null) : ICommand
{
    public Objection? Objection(BrokeringPartnership? partnership, ReferringDecision? decision, IReadOnlyList<SupportRequest> requests, SupportRequestDraft? draft, Acting acting) =>
        partnership is null || !partnership.MayBeKnownTo(acting) ? Contracts.Objection.Unknown("partnershipId")
        : partnership.Members.NotGoingOn() is { } over ? over
        : !acting.Leads(PartnershipId) && !partnership.IsHeadedBy(acting, Urn, acting.Today) ? Contracts.Objection.LacksCapacity("the head of the school in need, or the lead")
        : partnership.NotAMember(Urn, OccurredOn, "urn")
        ?? (DecisionId is not null && decision?.PartnershipId != PartnershipId ? Contracts.Objection.Unknown("decisionId")
        : !HeadConsents && (Origin != RequestOrigin.LaOrTrustReferral || !(decision?.MadeOn <= OccurredOn))
            ? new("BRK-1", "The head of the school agrees, or the local authority or a trust refers it with a decision that was made by that day.", "headConsents")
        : DraftId is not null && NotSending(draft, partnership, acting) is { } unsent ? unsent
        : Area == ImprovementArea.SafeguardingReferOnly ? Contracts.Objection.Malformed("area", "A safeguarding concern goes by the protocol's route, never through brokerage.")
        : requests.Any(request => partnership.AreOne(request.Urn, Urn) && request.Requested.Area == Area && request.State != SupportRequestState.MatchAccepted)
            ? Contracts.Objection.Malformed("area", "A request of this school about this area is open already.")
        : WantedOutcome.NotBetween1And(2000, "wantedOutcome") ?? Why.NotBetween1And(2000, "why"));

    public SupportRequested Decide(SupportRequestId id) =>
        new(id, PartnershipId, Urn, Area, WantedOutcome, Why, Urgency, Origin, HeadConsents, DecisionId, OccurredOn);

    public SupportRequestDraftSent Sends(SupportRequestDraft draft, SupportRequestId id) => new(draft.Id, PartnershipId, draft.Drafted.Urn, id, OccurredOn);

    /// <summary>A draft is sent by the head it lies with, for the school and the partnership it was drafted for.</summary>
    private Objection? NotSending(SupportRequestDraft? draft, BrokeringPartnership partnership, Acting acting) =>
        draft is null || draft.PartnershipId != PartnershipId || !draft.IsWith(acting, partnership) || !partnership.AreOne(draft.Drafted.Urn, Urn) ? Contracts.Objection.Unknown("draftId")
        : Origin != RequestOrigin.ReviewAction ? Contracts.Objection.Malformed("origin", "A request drafted from an objective comes from a review action.")
        : draft.NotWith(acting, partnership, OccurredOn) is { } settled ? settled with { Field = settled.Field == "occurredOn" ? "occurredOn" : "draftId" }
        : null;
}

public static class RequestSupportEndpoint
{
    public static async Task<(BrokeringPartnership?, ReferringDecision?, IReadOnlyList<SupportRequest>, SupportRequestDraft?)> LoadAsync(
        RequestSupport command, IQuerySession session, CancellationToken token) =>
        (await BrokeringPartnership.FindAsync(command.PartnershipId, session, token),
            await ReferringDecision.FindAsync(command.DecisionId, session, token),
            await session.Query<SupportRequest>().Where(request => request.PartnershipId == command.PartnershipId).ToListAsync(token),
            await SupportRequestDraft.FindAsync(command.DraftId, session, token));

    public static Objection? Validate(
        RequestSupport command, BrokeringPartnership? partnership, ReferringDecision? decision, IReadOnlyList<SupportRequest> requests, SupportRequestDraft? draft, Acting acting) =>
        command.Objection(partnership, decision, requests, draft, acting);

    [WolverinePost("/api/v1/support-requests")]
    public static (Created<Begun<SupportRequestId>>, IStartStream) Post(RequestSupport command, SupportRequestDraft? draft, IDocumentSession session)
    {
        var id = SupportRequestId.New();
        if (draft is not null) session.Events.Append(draft.Id.Value, draft.Version + 1, command.Sends(draft, id));
        return (TypedResults.Created($"/api/v1/support-requests/{id}", new Begun<SupportRequestId>(id)), MartenOps.StartStream<SupportRequest>(id.Value, command.Decide(id)));
    }
}
