using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class HoldDifficultConversationOnPages
{
    /// <summary>That a conversation was held; never what was said.</summary>
    internal static RecordingTask Task { get; } = new("difficult-conversation", "Record that a difficult conversation was held", PartOfReview.IfNeeded)
    {
        Times = at => at.Review.Conversations.Count,
        Repeats = true,
        Objection = at => new HoldDifficultConversation([new(Capacity.Headteacher, 50)], at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting),
        OnWhichDay = "On which day was it held?",
        Audience = RecordingTask.Structure,
        Questions = _ =>
        [
            new("participants", "How many took part?", AnswerKind.Counts)
            {
                Hint = "What was said belongs to those who had it, and is not asked",
                Options = [.. ReviewRecording.Choices<Capacity>().Where(option => Standings.Contains(Enum.Parse<Capacity>(option.Value)))],
            },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new HoldDifficultConversation([.. answers.Counts<Capacity>("participants").Select(counted => new RoleCount(counted.Of, counted.Count))], day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review));
        },
    };

    private static readonly Capacity[] Standings =
        [Capacity.Headteacher, Capacity.ChairOfGovernors, Capacity.LeadReviewer, Capacity.PeerReviewer, Capacity.PartnershipLead, Capacity.ExternalFacilitator];
}
