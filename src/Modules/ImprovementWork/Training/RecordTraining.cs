using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>Somebody was trained for peer review: who may judge a school is then known from a record that several reviews share, and it is seen in time when training runs out.</summary>
public sealed record RecordTraining(PersonId PersonId, Urn HomeUrn, TrainedAs TrainedAs, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(ReviewingPartnership? partnership, IReadOnlyList<SchoolInReview> schools, TrainingRecord? record, Acting acting) =>
        partnership.NotKeptBy(acting)
        ?? partnership!.Members.NotGoingOn()
        ?? schools.NotOpenOn(OccurredOn, HomeUrn, "homeUrn")
        ?? partnership.NotAMember(HomeUrn, OccurredOn, "homeUrn")
        ?? (record?.Trainings.Any(training => !training.Withdrawn && training.TrainedAs == TrainedAs && training.On == OccurredOn) == true
            ? Contracts.Objection.Malformed("occurredOn", "This training is recorded already.")
        : null);

    public TrainingCompleted Decide(PartnershipId partnership) => new(partnership, PersonId, HomeUrn, TrainedAs, OccurredOn);
}

public static class RecordTrainingEndpoint
{
    public static async Task<(ReviewingPartnership?, IReadOnlyList<SchoolInReview>, TrainingRecord?)> LoadAsync(
        RecordTraining command, PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.FindAsync(partnershipId, session, token), await SchoolInReview.AllAsync([command.HomeUrn], session, token),
            await session.LoadAsync<TrainingRecord>(TrainingRecord.StreamOf(command.PersonId), token));

    public static Objection? Validate(RecordTraining command, ReviewingPartnership? partnership, IReadOnlyList<SchoolInReview> schools, TrainingRecord? record, Acting acting) =>
        command.Objection(partnership, schools, record, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/training")]
    public static Recorded Post(RecordTraining command, PartnershipId partnershipId, TrainingRecord? record, IDocumentSession session)
    {
        var stream = TrainingRecord.StreamOf(command.PersonId);
        if (record is null) session.Events.StartStream<TrainingRecord>(stream, command.Decide(partnershipId));
        else session.Events.Append(stream, record.Version + 1, command.Decide(partnershipId));
        return new((record?.Version ?? 0) + 1);
    }
}
