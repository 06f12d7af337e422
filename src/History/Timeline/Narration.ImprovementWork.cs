using EssexImprovement.Contracts;

namespace EssexImprovement.History;

/// <summary>The words for development and improvement work. Of a concern among peers no word says which school it is about, of a safeguarding referral none says to whom it went.</summary>
public static partial class Narration
{
    private static (string, string)? InImprovementWork(string fact, Wording the) => fact switch
    {
        "review_planned" => ($"review of {the.School("hostUrn")} planned",
            $"Its head invited a review in round {the["round"]} of {the.Academic("academicYear")}, with a visit from {the.Day("plannedFrom")} to {the.Day("plannedTo")}."),
        "enquiry_agreed" => ("enquiry agreed", $"The host put its own question, with {the.Count("linesOfEnquiry", "line", "lines")} of enquiry under it."),
        "team_member_proposed" => ($"{TeamRole(the)} proposed",
            the.Has("homeUrn") ? $"A leader of {the.School("homeUrn")} was proposed for the review team." : "Somebody from outside the schools was proposed for the review team."),
        "reviewer_interest_declared" => ("reviewer's interest declared", "A proposed member of the team said what links them to the host, if anything."),
        "reviewer_interest_assessed" => ("reviewer's interest assessed", "Somebody else weighed what links a proposed reviewer to the host."),
        "team_confirmed" => ("review team confirmed", $"The team stands, with {the.Count("members", "member", "members")}."),
        "protocol_confirmed" => ("protocol confirmed for the review",
            $"Host and team confirmed, under version {the["protocolVersion"]}, where the outcome goes and what it may trigger."),
        "staff_briefed" => ("host's staff briefed", "The staff of the host school were told about the review."),
        "visit_started" => ("visit started", $"The visit began with {the.Count("reviewersPresent", "reviewer", "reviewers")} present."),
        "visit_ended" => ("visit ended", "The visit to the host school ended."),
        "evidence_recorded" => ("evidence recorded", $"A member of the team recorded what was seen, under line of enquiry {the["line"]}."),
        "finding_agreed" => ("finding agreed", $"Team and host settled on a finding under line of enquiry {the["line"]}, on {the.Count("evidenceIds", "item", "items")} of evidence."),
        "feedback_given" => ("feedback given", $"The host was told the findings face to face{(the.Is("withStaff", "yes") ? ", with staff" : "")}."),
        "report_drafted" => ($"draft {the["draft"]} of the report sent", "A draft of the report went to the host head."),
        "report_accuracy_answered" => ($"draft {the["draft"]} of the report answered", "The host head said whether the draft is accurate."),
        "report_finalised" => ("report finalised",
            the.Is("noResponseFromHost", "yes") ? $"Draft {the["draft"]} became final after the host's time to answer had passed." : $"Draft {the["draft"]} became final after the host had answered."),
        "release_withdrawn" => ("release withdrawn", "The host head took a release back; what was read stays read."),
        "report_released" => ($"report released to {Ring(the)}", $"The host head let {Ring(the)} see {Extent(the)}, {Purpose(the)}."),
        _ => OfFollowThrough(fact, the) ?? OfWorkshopAndCheckIn(fact, the) ?? OfPlan(fact, the) ?? OfWorkTogether(fact, the),
    };

    private static (string, string)? OfFollowThrough(string fact, Wording the) => fact switch
    {
        "timetable_published" => ("timetable of the review published",
            $"Data will be shared by {the.Day("dataSharingBy")}, the visit is from {the.Day("visitFrom")} to {the.Day("visitTo")}, the workshop by {the.Day("workshopBy")} and the check-in on {the.Day("checkInOn")}."),
        "pre_review_data_shared" => ("data shared before the visit", $"The host shared {the.Count("items", "thing", "things")} with its reviewers."),
        "difficult_conversation_held" => ("difficult conversation held", "That it was held is kept; what was said is nobody's record."),
        "safeguarding_referred" => ("safeguarding route used", "Something went at once to whom the protocol names, and nothing of it is kept here."),
        "evidence_corrected" => ("evidence corrected", "Whoever recorded a piece of evidence corrected it; the first wording stays in the ledger."),
        "evidence_withdrawn" => ("evidence withdrawn", "Nothing rests on a piece of evidence any more; it stays in the ledger."),
        "finding_corrected" => ("finding corrected", "The wording of a finding was corrected; the first wording stays in the ledger."),
        "finding_withdrawn" => ("finding withdrawn", "A finding is told to nobody any more; it stays in the ledger."),
        "follow_up_status_set" => ("earlier finding looked at again", $"The later review rests on {the.Count("evidenceIds", "item", "items")} of evidence for it."),
        "practice_offered" => ($"{the.School("hostUrn")} offered a practice", "It offers to others what its reviewers found excellent."),
        "practice_taken_up" => ($"practice taken up by {the.School("takenUpBy")}", "It took up what another school had offered."),
        "quality_view_given" => ("quality of the review looked at by one side", $"One side said how far the review kept {the.Count("principles", "principle", "principles")} of effective peer review."),
        "quality_checked" => ("quality of the review checked", "Both sides settled on how far the review kept the principles of effective peer review, and on one to strengthen."),
        "review_postponed" => ("review put off", $"The visit will be from {the.Day("plannedFrom")} to {the.Day("plannedTo")}."),
        "review_cancelled" => ("review cancelled", "The review will not take place."),
        "review_closed" => ("review closed", "Its cycle is complete, with a workshop and a check-in."),
        "review_closed_without_follow_up" => ("review closed without follow-up", "It was closed though no workshop or no check-in was held."),
        "training_completed" => ($"{the.Words("trainedAs")} trained", $"A leader of {the.School("homeUrn")} completed training as {the.A("trainedAs")}."),
        "training_withdrawn" => ("training withdrawn", $"A training as {the.A("trainedAs")} of {the.Day("trainedOn")} had been recorded by mistake and no longer counts."),
        _ => null,
    };

    private static (string, string)? OfWorkshopAndCheckIn(string fact, Wording the) => fact switch
    {
        "workshop_due" => ($"workshop due by {the.Day("by")}", $"The improvement workshop at {the.School("hostUrn")} is to be held by then."),
        "workshop_overdue" => ("no workshop recorded in time", $"It was due by {the.Day("by")}, and nobody had recorded that it was held; it may be recorded late."),
        "workshop_scheduled" => ($"workshop planned for {the.Day("plannedOn")}", $"{Words.Sentence(the.Count("champions", "improvement champion", "improvement champions"))} will run it."),
        "workshop_held" => ("improvement workshop held",
            $"It chose {the.Count("prioritiesChosen", "finding", "findings")} to work on, {the.Count("schoolDaysAfterFeedback", "school day", "school days")} after the feedback."),
        "actions_agreed" => ("actions of the workshop agreed", $"They stand as {the.Count("objectiveIds", "objective", "objectives")} in the host's plan."),
        "check_in_due" => ($"check-in due on {the.Day("on")}", $"{the.School("hostUrn")} and its peers look back between {the.Day("from")} and {the.Day("to")}."),
        "check_in_held" => ("check-in held", $"Host and peers looked at {the.Count("whatChanged", "finding", "findings")} again."),
        "check_in_corrected" => ("check-in corrected", "The level of one finding was corrected; the first stays in the ledger."),
        "check_in_missed" => ("no check-in recorded in time", $"Nobody had recorded one by {the.Count("days", "day", "days")} after it was due; it may be recorded late."),
        _ => null,
    };

    private static (string, string)? OfPlan(string fact, Wording the) => fact switch
    {
        "plan_opened" => ($"{(the.Has("urn") ? $"plan of {the.School("urn")}" : "shared plan")} for {the.Academic("academicYear")} opened", the["source"] switch
        {
            "review" => "It began from a peer review.",
            "self-review" => "It began from the school's self-review.",
            _ => "It began from what the partnership wants to reach together.",
        }),
        "objective_set" => ("objective set", $"{the.Schools("ownerUrns")} will answer for it, with a measure of its outcome, by {the.Day("terms.due")}."),
        "objective_revised" => ("objective revised", $"It is now due by {the.Day("now.due")}; the earlier terms are kept."),
        "action_added" => ("action added", $"It is due by {the.Day("due")}."),
        "action_done" => ("action done", "An action under an objective was done."),
        "progress_review_held" => ($"progress review {the["number"]} held", $"{Words.Sentence(the.Count("ratings", "objective was", "objectives were"))} rated, for those who read the plan."),
        "progress_review_corrected" => ($"progress review {the["number"]} corrected", "A rating was put right; the first stays in the ledger."),
        "objective_achieved" => ("objective achieved", $"{Words.Sentence(the.Count("evidence", "piece of evidence shows", "pieces of evidence show"))} it."),
        "objective_stopped" => ("objective stopped", "What was done for it stays in the plan."),
        "objective_removed" => ("objective removed", "Nothing had been done for it yet."),
        "objective_needs_help" => ("help with an objective asked for", "What it is about is for the head of the school and those who read its plan."),
        "plan_passed_on" => ($"plan passed on to {the.School("nowUrn")}", $"It goes on with what {the.School("wasUrn")} had planned."),
        "plan_closed" => ("plan closed", "Nothing is added to it any more."),
        _ => null,
    };

    private static (string, string)? OfWorkTogether(string fact, Wording the) => fact switch
    {
        "project_launched" => ("joint practice launched", $"{the.Schools("urns")} set out to develop practice in {the.Words("area")} together."),
        "cycle_held" => ($"cycle {the["number"]} of joint practice held", $"Teachers came together for {the.Words("kind")}."),
        "learning_shared" => ("learning shared", $"{the.Schools("with")} heard what was learnt."),
        "project_closed" => ("joint practice closed", "The schools settled what they keep, what they drop and what comes next."),
        "concern_raised" => ("concern among peers raised", "A member raised a concern about another; it is theirs to resolve, and no statutory process."),
        "response_asked" => ("response to a concern asked for", "The school concerned was asked what it says."),
        "response_given" => ("response to a concern given", "The school concerned answered."),
        "conversation_held" => ("conversation about a concern held", "The two sides talked."),
        "facilitated_meeting_held" => ("facilitated meeting about a concern held", "The two sides met with somebody neutral."),
        "partnership_meeting_held" => ("partnership meeting about a concern held", "The members took a concern up together."),
        "quadrant_chair_asked" => ("quadrant chair asked about a concern", "The chair of the quadrant was asked to help."),
        "board_asked" => ("board asked about a concern", "The board was asked to help."),
        "concern_resolved" => ("concern among peers resolved", "Both sides go on working together."),
        "membership_reviewed" => ("concern led to a review of membership", "The concern ended with a decision about the membership of the school concerned."),
        _ => null,
    };

    private static string TeamRole(Wording the) => the["role"] switch { "lead" => "lead reviewer", "host-partner" => "host partner", var role => role };
}
