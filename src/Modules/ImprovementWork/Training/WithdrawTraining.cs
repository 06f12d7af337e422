using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>A training that was recorded by mistake is taken back; the first record stays in the ledger. Only the partnership that recorded it takes it back.</summary>
public sealed record WithdrawTraining(PersonId PersonId, Guid WithdrawsEventId, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ReviewingPartnership? partnership, TrainingRecord? record, Acting acting) =>
        partnership.NotKeptBy(acting)
        ?? (Withdrawn(partnership!.Id, record) is not { } training ? Contracts.Objection.Unknown("withdrawsEventId")
        : training.Withdrawn ? Contracts.Objection.Malformed("withdrawsEventId", "This training is withdrawn already.")
        : OccurredOn < training.On ? Contracts.Objection.Malformed("occurredOn", $"It was completed on {training.On:d MMMM yyyy}; it is withdrawn on that day or later.")
        : Reason.NotBetween1And(1000, "reason"));

    public TrainingWithdrawn Decide(PartnershipId partnership, TrainingRecord record)
    {
        var training = Withdrawn(partnership, record)!;
        return new(partnership, PersonId, WithdrawsEventId, training.TrainedAs, training.On, Reason, OccurredOn);
    }

    private Training? Withdrawn(PartnershipId partnership, TrainingRecord? record) =>
        record?.Trainings.Find(training => training.EventId == WithdrawsEventId && training.PartnershipId == partnership);
}

public static class WithdrawTrainingEndpoint
{
    public static async Task<(ReviewingPartnership?, TrainingRecord?)> LoadAsync(WithdrawTraining command, PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.FindAsync(partnershipId, session, token), await session.LoadAsync<TrainingRecord>(TrainingRecord.StreamOf(command.PersonId), token));

    public static Objection? Validate(WithdrawTraining command, ReviewingPartnership? partnership, TrainingRecord? record, Acting acting) => command.Objection(partnership, record, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/training/withdrawals")]
    public static Recorded Post(WithdrawTraining command, PartnershipId partnershipId, TrainingRecord record, IDocumentSession session)
    {
        session.Events.Append(record.Id, record.Version + 1, command.Decide(partnershipId, record));
        return new(record.Version + 1);
    }
}
