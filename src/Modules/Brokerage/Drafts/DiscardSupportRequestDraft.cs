using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Brokerage;

/// <summary>The head puts a draft away: agreeing to a draft was no promise to send it.</summary>
[GivenAs(Capacity.Headteacher)]
public sealed record DiscardSupportRequestDraft(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(SupportRequestDraft draft, BrokeringPartnership partnership, Acting acting) => draft.NotWith(acting, partnership, OccurredOn);

    public SupportRequestDraftDiscarded Decide(SupportRequestDraft draft) => new(draft.Id, draft.PartnershipId, draft.Drafted.Urn, OccurredOn);
}

public static class DiscardSupportRequestDraftEndpoint
{
    public static Task<BrokeringPartnership> LoadAsync(SupportRequestDraft draft, IQuerySession session, CancellationToken token) =>
        BrokeringPartnership.OfAsync(draft.PartnershipId, session, token);

    public static Objection? Validate(DiscardSupportRequestDraft command, SupportRequestDraft draft, BrokeringPartnership partnership, Acting acting) =>
        command.Objection(draft, partnership, acting);

    [WolverinePost("/api/v1/support-request-drafts/{supportRequestDraftId}/discard")]
    public static (Recorded, Events) Post(DiscardSupportRequestDraft command, [WriteModel] SupportRequestDraft draft) => (new(draft.Version + 1), [command.Decide(draft)]);
}
