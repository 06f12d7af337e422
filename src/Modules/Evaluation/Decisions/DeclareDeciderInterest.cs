using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Evaluation;

/// <summary>A member of the body says what links them to the matter before it is decided. They may say so themself; the lead records it for the others.</summary>
public sealed record DeclareDeciderInterest(PersonId PersonId, ConfidentialText Nature, InterestAction Action, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Decision decision, DecidingPartnership partnership, Acting acting) =>
        (partnership.MayBeKnownTo(acting) && acting.Person == PersonId ? null : partnership.NotRecordedBy(acting, decision.Opened.Body))
        ?? decision.NotInPreparation(OccurredOn)
        ?? Nature.NotBetween1And(1000, "nature")
        ?? (decision.Interests.Any(interest => interest.PersonId == PersonId && interest.Nature == Nature && interest.Action == Action)
            ? Contracts.Objection.Malformed("nature", "This is declared already.") : null);

    public DeciderInterestDeclared Decide(Decision decision) => new(decision.Id, decision.PartnershipId, PersonId, Nature, Action, OccurredOn);
}

public static class DeclareDeciderInterestEndpoint
{
    public static Task<DecidingPartnership> LoadAsync(Decision decision, IQuerySession session, CancellationToken token) => DecidingPartnership.OfAsync(decision, session, token);

    public static Objection? Validate(DeclareDeciderInterest command, Decision decision, DecidingPartnership partnership, Acting acting) =>
        command.Objection(decision, partnership, acting);

    [WolverinePost("/api/v1/decisions/{decisionId}/interests")]
    public static (Recorded, Events) Post(DeclareDeciderInterest command, [WriteModel] Decision decision) => (new(decision.Version + 1), [command.Decide(decision)]);
}
