using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>An objective needs help from outside the school. The head says whether a request for support may be drafted; nothing is sent for them.</summary>
public sealed record AskForHelp(ObjectiveId ObjectiveId, ImprovementArea Area, ConfidentialText WantedOutcome, ConfidentialText Why, bool HeadConsents, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ImprovementPlan plan, HelpOfPlan? help, ReviewingPartnership partnership, Acting acting) =>
        plan.NotOpen(ObjectiveId, this, partnership, acting)
        ?? (plan.Urn is null ? Contracts.Objection.Malformed("objectiveId", "Help is asked for in the plan of a school; a shared objective is worked on by several.")
        : Area == ImprovementArea.SafeguardingReferOnly ? Contracts.Objection.Malformed("area", "A safeguarding concern goes by the protocol's route, never through brokerage.")
        : HeadConsents && !plan.IsHeadedBy(acting, partnership, OccurredOn) ? new("XCT-6", "Nobody consents for the head of the school.", "headConsents")
        : help is not null && help.Asked.Any(asked => (asked.ObjectiveId, asked.HeadConsents, asked.Area, asked.WantedOutcome, asked.Why) == (ObjectiveId, HeadConsents, Area, WantedOutcome, Why)) ? Contracts.Objection.Malformed("objectiveId", "This is recorded already.")
        : WantedOutcome.NotBetween1And(2000, "wantedOutcome") ?? Why.NotBetween1And(2000, "why"));

    public ObjectiveNeedsHelp Decide(ImprovementPlan plan) => new(plan.Id, plan.PartnershipId, ObjectiveId, plan.Urn!.Value, Area, WantedOutcome, Why, HeadConsents, OccurredOn);
}

public static class AskForHelpEndpoint
{
    public static async Task<(ReviewingPartnership, HelpOfPlan?)> LoadAsync(ImprovementPlan plan, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(plan.PartnershipId, session, token), await session.LoadAsync<HelpOfPlan>(HelpOfPlan.StreamOf(plan.Id), token));

    public static Objection? Validate(AskForHelp command, ImprovementPlan plan, HelpOfPlan? help, ReviewingPartnership partnership, Acting acting) => command.Objection(plan, help, partnership, acting);

    /// <summary>Asks for help under an objective. The plan is not to have moved on meanwhile, though nothing is added to its own history: an If-Match names the version of the plan.</summary>
    [WolverinePost("/api/v1/plans/{planId}/help")]
    public static Recorded Post(AskForHelp command, [WriteModel("planId", AlwaysEnforceConsistency = true)] ImprovementPlan plan, HelpOfPlan? help, IDocumentSession session)
    {
        session.Tell<HelpOfPlan>(HelpOfPlan.StreamOf(plan.Id), help?.Version ?? 0, command.Decide(plan));
        return new(plan.Version);
    }
}
