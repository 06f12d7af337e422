using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Brokerage;

/// <summary>What became of a draft.</summary>
public enum SupportRequestDraftState
{
    Open, Sent, Discarded,
}

/// <summary>A request for support that nobody has sent: it lies with the head of the school that needs help, who sends it, words it otherwise, or puts it away.</summary>
public sealed record SupportRequestDraft(SupportRequestDraftId Id, PartnershipId PartnershipId, SupportRequestDrafted Drafted, SupportRequestDraftSent? Sent, SupportRequestDraftDiscarded? Discarded)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public SupportRequestDraftState State => Sent is not null ? SupportRequestDraftState.Sent : Discarded is not null ? SupportRequestDraftState.Discarded : SupportRequestDraftState.Open;

    public static SupportRequestDraft Create(SupportRequestDrafted fact) => new(fact.SupportRequestDraftId, fact.PartnershipId, fact, null, null);

    public SupportRequestDraft Apply(SupportRequestDraftSent fact) => this with { Sent = fact };

    public SupportRequestDraft Apply(SupportRequestDraftDiscarded fact) => this with { Discarded = fact };

    /// <summary>A draft is for the head of the school it is about alone; to everybody else there is none. One that was sent or put away stays so.</summary>
    public Objection? NotWith(Acting acting, BrokeringPartnership partnership, DateOnly day) =>
        !IsWith(acting, partnership) ? Objection.Unknown("supportRequestDraftId")
        : State != SupportRequestDraftState.Open ? Objection.Malformed("supportRequestDraftId", $"This draft is {Words.Of(State)} already.")
        : day < Drafted.OccurredOn ? Objection.Malformed("occurredOn", $"It was drafted on {Drafted.OccurredOn:d MMMM yyyy}; this is before that.")
        : null;

    public bool IsWith(Acting acting, BrokeringPartnership partnership) => partnership.IsHeadedBy(acting, Drafted.Urn, acting.Today);

    public Seal SealIn(BrokeringPartnership partnership) =>
        new(SealedThing.SupportRequest, Id.Value, new(partnership.Members.LineOf(Drafted.Urn), [], [], PartnershipId, []), AudienceRing.HostHead, []);

    public static async Task<SupportRequestDraft?> FindAsync(SupportRequestDraftId? id, IQuerySession session, CancellationToken token) =>
        id is { } draft ? await session.LoadAsync<SupportRequestDraft>((object)draft, token) : null;
}
