using EssexImprovement.Contracts.Evaluation;
using JasperFx.Events.Projections;
using Marten;

[assembly: Wolverine.Attributes.WolverineModule]

namespace EssexImprovement.Evaluation;

/// <summary>Evaluation: decisions that answer for themselves, and the stages a partnership is confirmed to have reached.</summary>
public sealed class EvaluationModule : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<DecisionOpened>("decision_opened");
        options.Events.MapEventType<EvidenceCited>("evidence_cited");
        options.Events.MapEventType<OptionConsidered>("option_considered");
        options.Events.MapEventType<DeciderInterestDeclared>("decider_interest_declared");
        options.Events.MapEventType<DecisionMade>("decision_made");
        options.Events.MapEventType<DecisionCommunicated>("decision_communicated");
        options.Events.MapEventType<DecisionClosed>("decision_closed");
        options.Events.MapEventType<StageConfirmed>("stage_confirmed");
        // A citation finds a recorded fact by its id alone.
        options.Events.EnableUniqueIndexOnEventId = true;

        options.Schema.For<Decision>().DatabaseSchemaName("evaluation").Index(decision => decision.PartnershipId);
        options.Projections.Snapshot<Decision>(SnapshotLifecycle.Inline);
        options.Projections.LiveStreamAggregation<StageProgress>();
        options.Projections.LiveStreamAggregation<DecidingPartnership>();
        options.Projections.LiveStreamAggregation<BoardMember>();
    }
}
