using EssexImprovement.Contracts;

namespace EssexImprovement.History;

/// <summary>Turns structure into words when it is shown: subject and outcome first, then one sentence. Schools by URN and register name, people by their standing,
/// never a word of confidential text. Exhaustive: a test finds every fact and holds its approved sentence.</summary>
public static partial class Narration
{
    /// <summary>The words for a fact with this stored name and these <see cref="FactDetails"/>.</summary>
    /// <exception cref="NotSupportedException">No narration is written for the fact.</exception>
    public static Telling Of(string fact, IReadOnlyDictionary<string, string> details, SchoolNames schools)
    {
        var the = new Wording(fact, details, schools);
        var (heading, sentence) = InPartnerships(fact, the) ?? InIntelligenceGathering(fact, the) ?? InImprovementWork(fact, the) ?? InBrokerage(fact, the) ?? InEvaluation(fact, the)
            ?? throw new NotSupportedException($"No narration is written for {fact}.");
        return new(Words.Sentence(heading), Words.Sentence(sentence));
    }

    /// <summary>The fact's name in words, for a place that has no room for more.</summary>
    public static string Title(string fact) => Words.Sentence(fact.Replace('_', ' '));

    private static (string, string)? InPartnerships(string fact, Wording the) => fact switch
    {
        "partnership_formed" => ($"{the.Words("kind")} formed", $"{the.Schools("foundingUrns")} agreed to work together as {the.A("kind")}."),
        "moral_purpose_agreed" => ($"moral purpose version {the["version"]} agreed",
            $"The members put why they work together into words, with {the.Count("outcomeClauses", "outcome", "outcomes")} and {the.Count("signatories", "signature", "signatures")}."),
        "protocol_adopted" => ($"protocol version {the["version"]} adopted",
            $"The members agreed where an outcome goes and what it may trigger; in force from {the.Day("effectiveFrom")}."),
        "protocol_signed" => ($"protocol version {the["version"]} signed", $"The {the.Words("capacity")} of {the.School("urn")} signed the protocol."),
        "school_admitted" => ($"{the.School("urn")} admitted",
            $"The full members voted it in as {the.A("membership")} member from {the.Day("from")}, {the.Urns("votesFor")} for and {the.Urns("votesAgainst")} against."),
        "lead_appointed" => ($"{the.Words("role")} appointed", $"A leader of {the.School("urn")} took on the role of {the.Words("role")} from {the.Day("from")}."),
        "membership_changed" => ($"{the.School("urn")} became {the.A("now")} member", $"It had been {the.A("was")} member."),
        "notice_given" => ($"{the.School("urn")} gave notice", $"It will leave after {the.Day("leavesOn")}{(the.Has("waivedBy") ? ", earlier than notice allows, by a decision" : "")}."),
        "school_left" => ($"{the.School("urn")} left", the["outstanding"] == "0" ? "Its membership ended with nothing outstanding." : $"Its membership ended with {the.Count("outstanding", "thing", "things")} outstanding."),
        "school_succeeded" => ($"{the.School("newUrn")} succeeded {the.School("oldUrn")}", $"After {the.A("kind")} the membership goes on under the new school."),
        "lead_stood_down" => ($"{the.Words("role")} stood down", $"Somebody laid down the role of {the.Words("role")}."),
        "peer_group_dissolved" => ("peer group dissolved", "Its schools no longer review as this group."),
        "partnership_dissolved" => ("partnership dissolved", $"Nothing is added to it any more; {the.School("recordsCustodianUrn")} keeps its records."),
        "stage_plan_agreed" => ($"stage plan version {the["version"]} agreed",
            $"The partnership plans to reach {the.Stage("targetStage")} by {the.Day("targetDate")}, in {the.Count("milestones", "step", "steps")}."),
        "stage_plan_revised" => ($"stage plan revised to version {the["version"]}",
            $"The partnership now plans to reach {the.Stage("targetStage")} by {the.Day("targetDate")}, in {the.Count("milestones", "step", "steps")}."),
        "partnership_link_agreed" => ("link with another partnership agreed", $"The two are linked for {the.Count("purposes", "purpose", "purposes")} from {the.Day("from")}."),
        "system_element_prioritised" => ($"priority for {the.Academic("academicYear")} chosen", $"The partnership will strengthen {the.Words("element")}."),
        "system_element_reviewed" => ($"priority for {the.Academic("academicYear")} reviewed", $"The partnership looked back at {the.Words("element")}."),
        "meeting_held" => ($"{the.Words("term")} term meeting held",
            $"{Words.Sentence(the.Count("attendance", "attendance was", "attendances were"))} noted and {the.Count("matters", "matter", "matters")} discussed."),
        "collective_issue_raised" => ("shared issue raised", $"The schools named an issue they share in {the.Words("area")}."),
        "collaborative_response_agreed" => ("collaborative response agreed", $"{the.Schools("who")} will act on a shared issue by {the.Day("by")}."),
        "data_shared_with_partners" => ($"{the.School("urn")} shared data", $"It laid open its data on {the.Words("dataset")} for {the.Academic("academicYear")}."),
        "community_voice_heard" => ($"voice of {the.Words("voice")} heard", $"{Words.Sentence(the.Count("count", "person was", "people were"))} heard."),
        "grant_awarded" => ($"grant of {the.Pounds("amountPence")} awarded", $"The partnership was given money for its work, with {the.Count("conditions", "condition", "conditions")}."),
        "grant_spend_reported" => ($"spending of {the.Pounds("spentPence")} from a grant reported", "The partnership told what it did with the money."),
        "resource_pooled" => ("resource pooled", $"{Words.Sentence(the.Count("contributions", "school put", "schools put"))} something in together for {the.Words("area")}, from {the.Day("from")}."),
        "annual_account_published" => ($"annual account for {the.Academic("academicYear")} published", $"The partnership accounted for the year in {the.Count("sections", "part", "parts")}."),
        "term_calendar_published" => ($"school terms of {the.Academic("academicYear")} published", $"Version {the["version"]} of the year's terms was published."),
        "confidential_text_read" => ("confidential text read", $"Somebody acting as {the.A("capacity")} was shown confidential text."),
        "emergency_access_taken" => ("emergency access taken", $"{the.A("capacity")} opened what {the.School("urn")} holds sealed, for {the.Count("minutes", "minute", "minutes")}."),
        "emergency_access_acknowledged" => ("emergency access acknowledged", $"The head of {the.School("urn")} saw that what it holds sealed had been opened."),
        "person_erased" => ("person erased", "A name was erased from the people register; every fact stays."),
        "peer_group_formed" => ("peer group formed", $"{the.Schools("urns")} agreed to review together from {the.Day("from")}."),
        "school_leader_appointed" => ($"{the.Words("capacity")} appointed", $"{the.School("urn")} has a new {the.Words("capacity")}."),
        "school_leader_left" => ($"{the.Words("capacity")} left", $"{the.School("urn")} has no {the.Words("capacity")} that the ledger knows until the next is appointed."),
        "capacity_withdrawn" => ($"capacity of {the.Words("capacity")} withdrawn", $"Somebody no longer acts as {the.A("capacity")}."),
        "capacity_granted" => ($"capacity of {the.Words("capacity")} granted", $"A data steward recorded that somebody acts as {the.A("capacity")}."),
        _ => null,
    };

    private static (string, string)? InIntelligenceGathering(string fact, Wording the) => fact switch
    {
        "school_registered" => ($"{the.School("urn")} registered", "The school was first seen in the public register."),
        "register_detail_changed" => ($"{the.School("urn")} changed in the register", "One detail reads differently in a later register."),
        "self_review_opened" => ($"self-review of {the.School("urn")} opened", $"The school began to review itself for {the.Academic("academicYear")}."),
        "area_self_evaluated" => ($"{the.School("urn")} evaluated one area itself", $"It looked at {(the.Is("area", "safeguarding-refer-only") ? "safeguarding" : the.Words("area"))} and named {the.Count("evidence", "piece", "pieces")} of evidence."),
        "focus_candidate_named" => ($"question of {the.School("urn")} named", "A question came up that a peer review could look into."),
        "self_review_submitted" => ($"self-review of {the.School("urn")} submitted", $"Its head submitted the self-review for {the.Academic("academicYear")}."),
        "self_review_shared_with" => ($"self-review of {the.School("urn")} shared", $"Its head shared it with {Ring(the)}."),
        _ => null,
    };

    private static (string, string)? InBrokerage(string fact, Wording the) => fact switch
    {
        "capacity_offered" => ($"capacity offered: {the.QuarterDays("quarterDaysPerTerm")} a term",
            $"{(the.Has("providerUrn") ? the.School("providerUrn") : Words.Sentence(the.A("provider")))} offered support in {the.Count("specialisms", "area", "areas")} from {the.Day("from")} to {the.Day("to")}."),
        "offer_passed_on" => ($"offer passed on to {the.School("nowUrn")}", $"It stands by what {the.School("wasUrn")} had offered."),
        "support_requested" => ($"support for {the.School("urn")} requested",
            $"It asked for support with {(the.Is("area", "safeguarding-refer-only") ? "safeguarding" : the.Words("area"))}, {Urgency(the)}{(the.Is("headConsents", "yes") ? "; its head agrees" : "")}."),
        "support_request_drafted" => ("request for support drafted", $"It is about {(the.Is("area", "safeguarding-refer-only") ? "safeguarding" : the.Words("area"))} and lies with the head of {the.School("urn")}; nothing is sent by it."),
        "support_request_draft_sent" => ("draft of a request sent", $"The head of {the.School("urn")} sent it."),
        "support_request_draft_discarded" => ("draft of a request put away", $"The head of {the.School("urn")} put it away; nothing was sent."),
        "candidate_shortlisted" => ("candidate shortlisted", "An offer was put on the list of candidates for the request."),
        "supplier_interest_declared" => ("candidate's interest declared", "A candidate said what links them to the school in need, if anything."),
        "supplier_interest_assessed" => ("candidate's interest assessed", "Somebody else weighed what links a candidate to the school in need."),
        "match_proposed" => ("match proposed", $"One candidate was proposed; {the.Count("alternatives", "other was", "others were")} weighed."),
        "match_accepted" => ("match accepted", "The head of the school in need accepted the support proposed."),
        "match_declined" => ("match declined", "The support proposed was declined; the request is open again."),
        _ => null,
    };

    private static (string, string)? InEvaluation(string fact, Wording the) => fact switch
    {
        "decision_opened" => (the.Is("kind", "other") ? "decision opened" : $"decision on {the.Words("kind")} opened",
            $"{the.A("direction")} question was put to the {the.Words("body")}{(the.Has("targetStage") ? $", to move to {the.Stage("targetStage")}" : "")}."),
        "evidence_cited" => ("evidence cited", "A recorded fact was laid before the body, as it stood then."),
        "option_considered" => ($"option {the["option"]} considered", "A way to answer the question was weighed, for and against."),
        "decider_interest_declared" => ("decider's interest declared", "A member of the body said what links them to the matter, and what they will do about it."),
        "decision_made" => ($"decision made: {the.Words("outcome")}",
            $"The body chose option {the["option"]}, {the["votes.for"]} for, {the["votes.against"]} against, {the["votes.abstain"]} abstaining; in effect from {the.Day("effectiveFrom")}."),
        "decision_communicated" => ("decision communicated", $"{the.Schools("to")} were told." is var told && the.Urns("to") == 1 ? told.Replace(" were ", " was ", StringComparison.Ordinal) : told),
        "decision_closed" => ("decision closed", "Nothing more is to be done about the decision."),
        "stage_confirmed" => ($"{the.Stage("stage")} confirmed", $"The board confirmed that the partnership has reached {the.Stage("stage")}; to be looked at again on {the.Day("reviewOn")}."),
        _ => null,
    };

    private static string Ring(Wording the) => "the " + the["ring"] switch
    {
        "host-head" => "host head",
        "host-governors" => "host's governors",
        "peer-group-heads" => "heads of the peer group",
        "partnership-heads" => "heads of the partnership",
        "quadrant-and-board" => "quadrant and the board",
        "la-trust-diocese" => "local authority, trust and diocese",
        var ring => ring.Replace('-', ' '),
    };

    private static string Extent(Wording the) => the["extent"] switch
    {
        "themes-anonymised" => "themes without school names",
        "summary" => "a summary",
        "findings-only" => "the findings",
        _ => "the whole report",
    };

    private static string Purpose(Wording the) => the["purpose"] switch
    {
        "governors" => "for its governors",
        "partnership-learning" => "for learning in the partnership",
        "category-use" => "as evidence in a category round",
        "scrutiny" => "for outside scrutiny",
        "support-request" => "for a request for support",
        "public-celebration" => "to celebrate in public",
        _ => "as the law obliges",
    };

    private static string Urgency(Wording the) => the["urgency"] == "planned" ? "planned ahead" : "wanted " + the.Words("urgency");
}
