using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Schools agree what they will do together about an issue, who does it and by when: talk becomes collaboration.</summary>
public sealed record AgreeResponse(ConfidentialText What, IReadOnlyList<Urn> Who, DateOnly By, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(IssueId issueId, Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (partnership.Work.Issues.FirstOrDefault(issue => issue.Id == issueId) is not { } raised ? Contracts.Objection.Unknown("issueId")
        : OccurredOn < raised.RaisedOn ? Contracts.Objection.Malformed("occurredOn", "A response is agreed on the day the issue is raised or later.")
        : Who.Count == 0 || Who.Distinct().Count() != Who.Count ? Contracts.Objection.Malformed("who", "A response names the schools that do it, each once.")
        : By < OccurredOn ? Contracts.Objection.Malformed("by", "A response is done on the day it is agreed or later.")
        : partnership.Work.Tells(Decide(issueId, partnership)) ? Contracts.Objection.Malformed("what", "This response is recorded already.")
        : What.NotBetween1And(1000, "what"))
        ?? partnership.NotMembersOn(OccurredOn, Who, "who");

    public CollaborativeResponseAgreed Decide(IssueId issueId, Partnership partnership) => new(partnership.Id, issueId, What, Who, By, OccurredOn);
}

public static class AgreeResponseEndpoint
{
    public static Objection? Validate(AgreeResponse command, IssueId issueId, Partnership partnership, Acting acting) => command.Objection(issueId, partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/issues/{issueId}/responses")]
    public static (Recorded, Events) Post(AgreeResponse command, IssueId issueId, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(issueId, partnership)]);
}
