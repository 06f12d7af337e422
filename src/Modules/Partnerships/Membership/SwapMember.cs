using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>One school leaves and another comes in at once, so that a triad is never two or four. The new school's first day is the day after the other's last; notice and votes are
/// asked for as if each came alone.</summary>
public sealed record SwapMember(
    Urn Leaves, IReadOnlyList<Outstanding> Outstanding, Urn Joins, Membership Membership, IReadOnlyList<Urn> VotesFor, IReadOnlyList<Urn> VotesAgainst, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, SchoolsAsked asked, Acting acting)
    {
        var (left, admitted) = Decide(partnership);
        return partnership.NotRecordedBy(acting)
            ?? partnership.NotFreeToLeave(Leaves, Outstanding, OccurredOn, "leaves")
            ?? partnership.Apply(left).NotAdmitted(Joins, VotesFor, VotesAgainst, OccurredOn, OccurredOn.AddDays(1), asked, "joins")
            ?? (Leaves == Joins ? Contracts.Objection.Malformed("joins", "Another school comes in.") : null)
            ?? SizeOfPartnership.Objection(partnership.Kind, partnership.Members.After(left).After(admitted), "joins")
            ?? asked.Schools.NotOpenOn(OccurredOn, [Joins], "joins");
    }

    public (SchoolLeft Left, SchoolAdmitted Admitted) Decide(Partnership partnership) =>
        (new(partnership.Id, Leaves, Outstanding, OccurredOn),
            new(partnership.Id, Joins, Membership, OccurredOn.AddDays(1), VotesFor, VotesAgainst, OccurredOn));
}

public static class SwapMemberEndpoint
{
    public static Task<SchoolsAsked> LoadAsync(SwapMember command, IQuerySession session, CancellationToken token) => SchoolsAsked.OfAsync(command.Joins, session, token);

    public static Objection? Validate(SwapMember command, Partnership partnership, SchoolsAsked asked, Acting acting) => command.Objection(partnership, asked, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/swaps")]
    public static (Recorded, Events) Post(SwapMember command, [WriteModel] Partnership partnership)
    {
        var (left, admitted) = command.Decide(partnership);
        return (new(partnership.Version + 2), [left, admitted]);
    }
}
