using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A member becomes full or associate from a day on, so that it is clear who votes, hosts and reviews.</summary>
public sealed record MoveMembership(Urn Urn, Membership Now, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (partnership.Members.Current(Urn) is not { } member || member.From >= OccurredOn ? new("XCT-8", $"School {Urn} was not a member until {OccurredOn:d MMMM yyyy}.", "urn")
        : member.Membership == Now ? Contracts.Objection.Malformed("now", "It is that already.")
        : Reason.NotBetween1And(1000, "reason") ?? SizeOfPartnership.ObjectionToTooFew(partnership.Kind, partnership.Members.After(Decide(partnership)), "now"));

    public MembershipChanged Decide(Partnership partnership) => new(partnership.Id, Urn, partnership.Members.Current(Urn)!.Membership, Now, Reason, OccurredOn);
}

public static class MoveMembershipEndpoint
{
    public static Objection? Validate(MoveMembership command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/membership-moves")]
    public static (Recorded, Events) Post(MoveMembership command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
