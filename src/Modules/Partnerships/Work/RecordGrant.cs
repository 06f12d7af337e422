using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The lead records money given for the partnership's work, with its conditions, so that what is spent can be held against it.</summary>
public sealed record RecordGrant(
    string Body, GrantScheme Scheme, long AmountPence, long MatchInKindPence, IReadOnlyList<ConfidentialText> Conditions, DateOnly OccurredOn,
    ConfidentialText? OverCapBecause = null) : ICommand
{
    /// <summary>The most a grant of the School-Led Improvement System scheme is without a reason: £25,000.</summary>
    public const long CapPence = 2_500_000;

    // No school or partnership is given more: £100 million.
    private const long LargestPence = 10_000_000_000;

    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (string.IsNullOrWhiteSpace(Body) || Body.Length > 120 ? Contracts.Objection.Malformed("body", "The organisation that gave it has a name of at most 120 characters.")
        : AmountPence is < 1 or > LargestPence ? Contracts.Objection.Malformed("amountPence", "A grant is between a penny and £100 million.")
        : MatchInKindPence is < 0 or > LargestPence ? Contracts.Objection.Malformed("matchInKindPence", "What is put beside it is between nothing and £100 million.")
        : Scheme == GrantScheme.Slis && AmountPence > CapPence && OverCapBecause is null
            ? new("PRT-10", "A grant of this scheme is at most £25,000. Say why this one is more.", "overCapBecause")
        : Conditions.Count > 20 ? Contracts.Objection.Malformed("conditions", "At most 20 conditions.")
        : partnership.Work.Tells(Decide(default, partnership)) ? Contracts.Objection.Malformed("amountPence", "This grant is recorded already.")
        : OverCapBecause?.NotBetween1And(1000, "overCapBecause"))
        ?? Conditions.Select(condition => condition.NotBetween1And(500, "conditions")).FirstOrDefault(objection => objection is not null);

    public GrantAwarded Decide(GrantId id, Partnership partnership) =>
        new(partnership.Id, id, Body.Trim(), Scheme, AmountPence, MatchInKindPence, Conditions, OverCapBecause, OccurredOn);
}

public static class RecordGrantEndpoint
{
    public static Objection? Validate(RecordGrant command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/grants")]
    public static (Created<Begun<GrantId>>, Events) Post(RecordGrant command, [WriteModel] Partnership partnership)
    {
        var id = GrantId.New();
        return (TypedResults.Created($"/api/v1/partnerships/{partnership.Id}/grants", new Begun<GrantId>(id)), [command.Decide(id, partnership)]);
    }
}
