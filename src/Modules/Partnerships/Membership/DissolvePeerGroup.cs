using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A peer group ends, so that no review is planned in a group that no longer meets.</summary>
public sealed record DissolvePeerGroup(DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, PeerGroupId peerGroupId, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (partnership.PeerGroups.Find(group => group.Id == peerGroupId) is not { } group ? Contracts.Objection.Unknown("peerGroupId")
        : group.To is not null ? new("XCT-9", "This peer group has ended.", "peerGroupId")
        : OccurredOn < group.From ? Contracts.Objection.Malformed("occurredOn", $"It began on {group.From:d MMMM yyyy}; the last day is that day or later.")
        : null);

    public PeerGroupDissolved Decide(Partnership partnership, PeerGroupId peerGroupId) => new(partnership.Id, peerGroupId, OccurredOn);
}

public static class DissolvePeerGroupEndpoint
{
    public static Objection? Validate(DissolvePeerGroup command, Partnership partnership, PeerGroupId peerGroupId, Acting acting) => command.Objection(partnership, peerGroupId, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/peer-groups/{peerGroupId}/dissolution")]
    public static (Recorded, Events) Post(DissolvePeerGroup command, [WriteModel] Partnership partnership, PeerGroupId peerGroupId) =>
        (new(partnership.Version + 1), [command.Decide(partnership, peerGroupId)]);
}
