using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

public static class CorrectEvidenceOnPages
{
    /// <summary>Other words for what was seen; its kind and line are withdrawn and recorded anew.</summary>
    internal static RecordingTask Task { get; } = new("evidence-correction", "Correct evidence", PartOfReview.IfNeeded)
    {
        Times = _ => 0,
        Repeats = true,
        Afterwards = Step.IsCorrected,
        Objection = at => at.Review.NotJudgedByTeam(at.Acting, at.Partnership)
            ?? (Mine(at).FirstOrDefault() is not { } item ? Contracts.Objection.LacksCapacity("whoever recorded evidence, or the partnership's lead for them")
                : new CorrectEvidence(item.EvidenceId, EvidenceField.WhatWasSeen, new("?"), new("?"), at.Acting.Today).Objection(at.Review, at.Partnership, at.Acting)),
        OnWhichDay = "On which day was it corrected?",
        Questions = at =>
        [
            new("evidenceId", "Which evidence?", AnswerKind.One) { Options = [.. at.EvidenceAsChoices().Where(option => Mine(at).Any(item => $"{item.EvidenceId}" == option.Value))] },
            new("now", "What should it say?", AnswerKind.Text) { Hint = "What was seen or heard. Name nobody.", Longest = 4000 },
            new("reason", "Why is it corrected?", AnswerKind.Text) { Longest = 1000 },
        ],
        Read = (at, answers, day, _) =>
        {
            var command = new CorrectEvidence(EvidenceId.TryParse(answers.Of("evidenceId"), null, out var id) ? id : default, EvidenceField.WhatWasSeen, new(answers.Of("now")), new(answers.Of("reason")), day);
            return new(command, command.Objection(at.Review, at.Partnership, at.Acting), () => command.Decide(at.Review, at.FollowingUp.ToldAs<EvidenceRecorded>(told => told.EvidenceId == command.EvidenceId)));
        },
    };

    /// <summary>What this person may correct or withdraw: their own, and for the partnership's lead everybody's.</summary>
    internal static IEnumerable<EvidenceRecorded> Mine(ReviewRecording at) => at.Review.Evidence.Where(item => item.ByPerson == at.Acting.Person || at.Acting.Leads(at.Review.PartnershipId));
}
