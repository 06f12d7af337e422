using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Evaluation;

/// <summary>Another way to answer is weighed beside "do nothing": a decision without a choice is none.</summary>
public sealed record ConsiderOption(ConfidentialText Text, ConfidentialText For, ConfidentialText Against, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Decision decision, DecidingPartnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting, decision.Opened.Body)
        ?? decision.NotInPreparation(OccurredOn)
        ?? Text.NotBetween1And(1000, "text")
        ?? For.NotBetween1And(2000, "for")
        ?? Against.NotBetween1And(2000, "against")
        ?? (decision.Options.Any(option => option.Text == Text) ? Contracts.Objection.Malformed("text", "This option is weighed already.") : null);

    public OptionConsidered Decide(Decision decision) => new(decision.Id, decision.PartnershipId, decision.OptionsWeighed, Text, For, Against, OccurredOn);
}

/// <summary>The number an option has from now on, and the version the decision now has.</summary>
public sealed record OptionNumbered(int Option, long Version);

public static class ConsiderOptionEndpoint
{
    public static Task<DecidingPartnership> LoadAsync(Decision decision, IQuerySession session, CancellationToken token) => DecidingPartnership.OfAsync(decision, session, token);

    public static Objection? Validate(ConsiderOption command, Decision decision, DecidingPartnership partnership, Acting acting) => command.Objection(decision, partnership, acting);

    [WolverinePost("/api/v1/decisions/{decisionId}/options")]
    public static (OptionNumbered, Events) Post(ConsiderOption command, [WriteModel] Decision decision)
    {
        var fact = command.Decide(decision);
        return (new(fact.Option, decision.Version + 1), [fact]);
    }
}
