using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The schools name an issue they share, so that what they do about it can be told from what each does alone.</summary>
public sealed record RaiseIssue(HardWiredArea Area, ConfidentialText Text, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? Text.NotBetween1And(1000, "text")
        ?? (partnership.Work.Tells(Decide(default, partnership)) ? Contracts.Objection.Malformed("text", "This issue is recorded already.") : null);

    public CollectiveIssueRaised Decide(IssueId id, Partnership partnership) => new(partnership.Id, id, Area, Text, OccurredOn);
}

public static class RaiseIssueEndpoint
{
    public static Objection? Validate(RaiseIssue command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/issues")]
    public static (Created<Begun<IssueId>>, Events) Post(RaiseIssue command, [WriteModel] Partnership partnership)
    {
        var id = IssueId.New();
        return (TypedResults.Created($"/api/v1/partnerships/{partnership.Id}/issues", new Begun<IssueId>(id)), [command.Decide(id, partnership)]);
    }
}
