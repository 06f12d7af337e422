using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Two to four member schools agree to review together, small enough to know each other well.</summary>
public sealed record FormPeerGroup(string Name, IReadOnlyList<Urn> Urns, DateOnly From, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting) ??
        (string.IsNullOrWhiteSpace(Name) || Name.Length > 120 ? Contracts.Objection.Malformed("name", "A peer group has a name of at most 120 characters.")
        : partnership.PeerGroups.Any(group => group.Name == Name.Trim() && group.To is null) ? Contracts.Objection.Malformed("name", "A peer group of this name exists already.")
        : Urns.Distinct().Count() != Urns.Count ? new("PRT-3", "A school is named twice.", "urns")
        : Urns.Count is < 2 or > 4 ? Contracts.Objection.Malformed("urns", "A peer group has two to four schools.")
        : Urns.Except(partnership.MembersOn(From).Select(member => member.Urn)).ToList() is [var stranger, ..]
            ? new("XCT-8", $"School {stranger} is not a member on {From:d MMMM yyyy}.", "urns")
        : null);

    public PeerGroupFormed Decide(PeerGroupId id, Partnership partnership) => new(partnership.Id, id, Name.Trim(), Urns, From, OccurredOn);
}

public static class FormPeerGroupEndpoint
{
    public static Objection? Validate(FormPeerGroup command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/peer-groups")]
    public static (Created<Begun<PeerGroupId>>, Events) Post(FormPeerGroup command, [WriteModel] Partnership partnership)
    {
        var id = PeerGroupId.New();
        return (TypedResults.Created($"/api/v1/partnerships/{partnership.Id}", new Begun<PeerGroupId>(id)), [command.Decide(id, partnership)]);
    }
}
