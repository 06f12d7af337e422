using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Schools put money or time in together, so that what none could do alone is done, and each one's part is seen.</summary>
public sealed record PoolResource(
    HardWiredArea Area, ConfidentialText What, IReadOnlyList<Contribution> Contributions, ConfidentialText BenefitExpected, DateOnly From, DateOnly OccurredOn,
    DateOnly? To = null) : ICommand
{
    private const long LargestPence = 10_000_000_000;
    private const int MostMinutes = 60 * 24 * 366;

    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (Contributions.Count == 0 || Contributions.DistinctBy(contribution => contribution.Urn).Count() != Contributions.Count
            ? Contracts.Objection.Malformed("contributions", "Each school that puts something in is named once.")
        : Contributions.Any(contribution => contribution is { CashPence: null, Minutes: null } or { CashPence: < 1 or > LargestPence } or { Minutes: < 1 or > MostMinutes })
            ? Contracts.Objection.Malformed("contributions", "A school puts in money, time or both: at most £100 million and a year.")
        : To < From ? Contracts.Objection.Malformed("to", "The last day is not before the first.")
        : partnership.Work.Tells(Decide(default, partnership)) ? Contracts.Objection.Malformed("what", "This is recorded already.")
        : What.NotBetween1And(500, "what"))
        ?? BenefitExpected.NotBetween1And(1000, "benefitExpected")
        ?? partnership.NotMembersOn(OccurredOn, Contributions.Select(contribution => contribution.Urn), "contributions");

    public ResourcePooled Decide(PooledResourceId id, Partnership partnership) => new(partnership.Id, id, Area, What, Contributions, BenefitExpected, From, To, OccurredOn);
}

public static class PoolResourceEndpoint
{
    public static Objection? Validate(PoolResource command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/resources")]
    public static (Created<Begun<PooledResourceId>>, Events) Post(PoolResource command, [WriteModel] Partnership partnership)
    {
        var id = PooledResourceId.New();
        return (TypedResults.Created($"/api/v1/partnerships/{partnership.Id}/resources", new Begun<PooledResourceId>(id)), [command.Decide(id, partnership)]);
    }
}
