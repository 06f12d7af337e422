using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Evaluation;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class A_decision
{
    private static readonly PartnershipId Triad = PartnershipId.New();
    private static readonly DecisionId Id = DecisionId.New();
    private static readonly Acting Lead = Lead(Triad);
    private static readonly ConfidentialText Text = new("Text."), Reasons = new("The partnership has kept its protocol for a year and a day.");
    private static readonly DecidingPartnership Partnership = new(Triad, Founded(Ago(300), Ashdown, Birchwood, Cedars));
    private static readonly PersonId[] Five = [.. "one two three four five".Split(' ').Select(App.Person)];

    private static DecisionOpened Opened(DecisionKind kind = DecisionKind.Other, Direction direction = Direction.Internal, DecidingBody body = DecidingBody.Partnership, int size = 5) =>
        new(Id, Triad, kind, direction, new("Shall we?"), [], null, body, size, null, Ago(20));

    private static EvidenceCited Cited(DateOnly? happened = null, DateOnly? cited = null) =>
        new(Id, Triad, CitationId.New(), Guid.NewGuid(), Guid.NewGuid(), 3, "review_planned", "sha256:0", happened ?? Ago(30), Text, cited ?? Ago(15));

    private static readonly OptionConsidered Option = new(Id, Triad, 1, new("Go on."), Text, Text, Ago(14));

    private static DecisionMade Made(DateOnly? on = null) =>
        new(Id, Triad, DecisionOutcome.Approved, 1, Reasons, on ?? Ago(10), [.. Five.Select(Head)], new(5, 0, 0), 3, null, on ?? Ago(10));

    private static Present Head(PersonId person) => new(person, Capacity.Headteacher);

    private static Given<Decision> Prepared(params object[] then) => Given.Facts<Decision>([Opened(), Cited(), Option, .. then]);

    private static When<Decision> Ask(Given<Decision> given, MakeDecision command, params BoardMember[] board) =>
        given.When(decision => command.Objection(decision, Partnership, board, [.. Five.Select(Head)], Lead), command.Decide);

    public class Opening
    {
        private static readonly OpenDecision Command = new(Triad, DecisionKind.Other, Direction.Internal, new("Shall we?"), [Ashdown], DecidingBody.Partnership, 5, Ago(20));

        private static Objection? Asked(OpenDecision command, Acting? acting = null, params Decision[] open) => command.Objection(Partnership, open, acting ?? Lead);

        [Fact]
        public void by_the_lead_is_allowed() => Asked(Command).ShouldBeNull();

        [Fact]
        public void the_same_question_twice_is_refused() =>
            Asked(Command, Lead, Decision.Create(Command.Decide(Id))).ShouldNotBeNull().Field.ShouldBe("question");

        [Fact]
        public void by_a_stranger_is_as_if_there_were_no_partnership() => Asked(Command, Stranger).ShouldBe(Objection.Unknown("partnershipId"));

        [Fact]
        public void XCT_4_by_a_head_who_does_not_lead_is_refused() => Asked(Command, Samples.Head(Ashdown)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");

        [Fact]
        public void XCT_4_before_the_board_by_a_member_of_the_board_is_allowed() => Asked(Command with { Body = DecidingBody.Board }, Holder(Capacity.BoardMember)).ShouldBeNull();

        [Fact]
        public void XCT_4_before_the_heads_by_a_member_of_the_board_is_refused() => Asked(Command, Holder(Capacity.BoardMember)).ShouldNotBeNull().Status.ShouldBe(403);

        [Fact]
        public void XCT_8_about_a_school_outside_is_refused() => Asked(Command with { Urns = [Downlands] }).ShouldNotBeNull().Rule.ShouldBe("XCT-8");

        [Fact]
        public void a_stage_progression_without_a_stage_is_refused() => Asked(Command with { Kind = DecisionKind.StageProgression }).ShouldNotBeNull().Field.ShouldBe("targetStage");
    }

    public class Citing
    {
        private static RecordedFact Recorded(PartnershipId? partnership, Urn? urn = null, DateOnly? happened = null, Guid? stream = null) =>
            new(Guid.NewGuid(), stream ?? Guid.NewGuid(), 4, "review_planned", partnership, urn, happened ?? Ago(30), """{"b": 1, "a": 2}""");

        private static When<Decision> When(RecordedFact? cited, params object[] then) =>
            Given.Facts<Decision>([Opened(), .. then]).When(
                decision => Command(cited).Objection(decision, cited, ReleasesOfReview.None, HeldBack.Nothing, Partnership, Lead),
                decision => Command(cited).Decide(CitationId.New(), decision, cited!, ReleasesOfReview.None));

        private static CiteEvidence Command(RecordedFact? cited) => new(cited?.EventId ?? Guid.NewGuid(), Text, Ago(15));

        [Fact]
        public void a_fact_of_the_partnership_keeps_where_it_lies_and_how_it_read()
        {
            var cited = Recorded(Triad);
            When(cited).Then<EvidenceCited>(fact => fact.ShouldSatisfyAllConditions(
                () => (fact.EventId, fact.StreamId, fact.Version, fact.FactName).ShouldBe((cited.EventId, cited.StreamId, 4, "review_planned")),
                () => fact.ContentHash.ShouldBe(BodyDigest.Of("""{"a":2,"b":1}""")),
                () => fact.CitedOccurredOn.ShouldBe(Ago(30))));
        }

        [Fact]
        public void a_fact_about_a_member_school_is_allowed() => When(Recorded(null, Ashdown)).ThenAllowed();

        [Fact]
        public void a_fact_about_another_school_is_unknown() => When(Recorded(null, Downlands)).ThenObjection("unknown", "eventId");

        [Fact]
        public void a_fact_of_another_partnership_is_unknown_even_about_a_member_school() => When(Recorded(PartnershipId.New(), Ashdown)).ThenObjection("unknown", "eventId");

        [Fact]
        public void what_is_not_in_the_ledger_is_unknown() => When(null).ThenObjection("unknown", "eventId");

        [Fact]
        public void the_trace_of_a_failed_append_is_unknown() => When(Recorded(null) with { OccurredOn = null }).ThenObjection("unknown", "eventId");

        [Fact]
        public void its_own_facts_is_refused() => When(Recorded(Triad, stream: Id.Value)).ThenObjection("input", "eventId");

        [Fact]
        public void ACC_2_what_had_not_happened_yet_is_refused() => When(Recorded(Triad, happened: Ago(14))).ThenObjection("ACC-2", "occurredOn");

        [Fact]
        public void ACC_2_what_happened_on_the_day_is_allowed() => When(Recorded(Triad, happened: Ago(15))).ThenAllowed();

        [Fact]
        public void ACC_7_after_it_was_made_is_refused() => When(Recorded(Triad), Cited(), Option, Made()).ThenObjection("ACC-7");
    }

    public class Preparing
    {
        private static readonly ConsiderOption Weigh = new(new("Wait a year."), Text, Text, Ago(15));
        private static readonly DeclareDeciderInterest Declare = new(Five[0], Text, InterestAction.NoVote, Ago(15));

        [Fact]
        public void numbers_options_from_one() =>
            Given.Facts<Decision>(Opened()).When(decision => Weigh.Objection(decision, Partnership, Lead), Weigh.Decide).Then<OptionConsidered>(fact => fact.Option.ShouldBe(1));

        [Fact]
        public void ACC_7_no_option_is_weighed_after_it_was_made() =>
            Prepared(Made()).When(decision => Weigh.Objection(decision, Partnership, Lead), Weigh.Decide).ThenObjection("ACC-7");

        [Fact]
        public void ACC_7_no_interest_is_declared_after_it_was_made() =>
            Prepared(Made()).When(decision => Declare.Objection(decision, Partnership, Lead), Declare.Decide).ThenObjection("ACC-7");

        [Fact]
        public void takes_an_interest_from_the_lead() =>
            Prepared().When(decision => Declare.Objection(decision, Partnership, Lead), Declare.Decide).Then(new DeciderInterestDeclared(Id, Triad, Five[0], Text, InterestAction.NoVote, Ago(15)));

        [Fact]
        public void takes_an_interest_from_whoever_declares_their_own() =>
            Prepared().When(decision => (Declare with { PersonId = App.Person("head") }).Objection(decision, Partnership, Samples.Head(Ashdown)), Declare.Decide).ThenAllowed();

        [Fact]
        public void XCT_4_takes_no_interest_from_a_head_about_another() =>
            Prepared().When(decision => Declare.Objection(decision, Partnership, Samples.Head(Ashdown)), Declare.Decide).ThenObjection("XCT-4");
    }

    public class Making
    {
        private static readonly MakeDecision Command = new(DecisionOutcome.Approved, 1, Reasons, Ago(10), [.. Five.Select(Head)], new(4, 1, 0), Ago(10));

        [Fact]
        public void it_tells_who_was_there_and_how_they_voted() => Ask(Prepared(), Command).Then<DecisionMade>(fact => fact.ShouldSatisfyAllConditions(
            () => fact.Present.Count.ShouldBe(5), () => fact.Votes.ShouldBe(new(4, 1, 0)), () => fact.Quorum.ShouldBe(3)));

        [Fact]
        public void ACC_4_a_lost_vote_does_not_approve() => Ask(Prepared(), Command with { Votes = new(2, 3, 0) }).ThenObjection("ACC-4", "outcome");

        [Fact]
        public void ACC_4_a_tied_vote_does_not_approve() => Ask(Prepared(), Command with { Votes = new(2, 2, 1) }).ThenObjection("ACC-4", "outcome");

        [Fact]
        public void ACC_4_a_won_vote_does_not_decline() => Ask(Prepared(), Command with { Outcome = DecisionOutcome.Declined }).ThenObjection("ACC-4", "outcome");

        [Fact]
        public void ACC_4_a_lost_vote_declines() => Ask(Prepared(), Command with { Outcome = DecisionOutcome.Declined, Votes = new(1, 4, 0) }).ThenAllowed();

        [Fact]
        public void XCT_4_by_a_head_the_ledger_does_not_know_is_refused() =>
            Ask(Prepared(), Command with { Present = [.. Five.Take(4).Select(Head), Head(PersonId.New())] }).ThenObjection("XCT-4", "present");

        [Fact]
        public void ACC_1_without_a_citation_is_refused() => Ask(Given.Facts<Decision>(Opened(), Option), Command).ThenObjection("ACC-1");

        [Fact]
        public void ACC_1_with_doing_nothing_as_the_only_option_is_refused() => Ask(Given.Facts<Decision>(Opened(), Cited()), Command).ThenObjection("ACC-1");

        [Theory]
        [InlineData(2, false)]
        [InlineData(3, true)]
        public void ACC_1_a_collective_challenge_rests_on_three(int citations, bool allowed)
        {
            var asked = Ask(Given.Facts<Decision>([Opened(DecisionKind.CollectiveChallenge), .. Enumerable.Range(0, citations).Select(_ => Cited()), Option]), Command);
            if (allowed) asked.ThenAllowed();
            else asked.ThenObjection("ACC-1");
        }

        [Theory]
        [InlineData(-1)]
        [InlineData(2)]
        public void for_an_option_nobody_weighed_is_refused(int option) => Ask(Prepared(), Command with { Option = option }).ThenObjection("input", "option");

        [Fact]
        public void for_doing_nothing_is_allowed() => Ask(Prepared(), Command with { Option = 0 }).ThenAllowed();

        [Fact]
        public void with_reasons_of_fewer_than_fifty_characters_is_refused() => Ask(Prepared(), Command with { Reasons = new("Because we say so.") }).ThenObjection("input", "reasons");

        [Fact]
        public void ACC_2_before_what_it_cites_happened_is_refused() => Ask(Prepared(Cited(happened: Ago(9))), Command).ThenObjection("ACC-2", "occurredOn");

        [Fact]
        public void ACC_2_before_it_was_laid_before_the_body_is_refused() => Ask(Prepared(Cited(cited: Ago(9))), Command).ThenObjection("ACC-2", "occurredOn");

        [Fact]
        public void ACC_2_on_the_day_that_what_it_cites_happened_is_allowed() => Ask(Prepared(Cited(happened: Ago(10), cited: Ago(10))), Command).ThenAllowed();

        [Theory]
        [InlineData(InterestAction.Speaks)]
        [InlineData(InterestAction.LeavesRoom)]
        [InlineData(InterestAction.NoVote)]
        public void ACC_4_counting_somebody_with_an_interest_is_refused(InterestAction action) =>
            Ask(Prepared(new DeciderInterestDeclared(Id, Triad, Five[0], Text, action, Ago(12))), Command).ThenObjection("ACC-4", "votes");

        [Fact]
        public void ACC_4_not_counting_them_is_allowed() =>
            Ask(Prepared(new DeciderInterestDeclared(Id, Triad, Five[0], Text, InterestAction.NoVote, Ago(12))), Command with { Votes = new(3, 1, 0) }).ThenAllowed();

        [Fact]
        public void ACC_4_counting_somebody_whose_interest_changes_nothing_is_allowed() =>
            Ask(Prepared(new DeciderInterestDeclared(Id, Triad, Five[0], Text, InterestAction.None, Ago(12))), Command).ThenAllowed();

        [Fact]
        public void ACC_4_a_later_declaration_gives_no_vote_back() => Ask(Prepared(
            new DeciderInterestDeclared(Id, Triad, Five[0], Text, InterestAction.NoVote, Ago(12)), new DeciderInterestDeclared(Id, Triad, Five[0], new("Nothing."), InterestAction.None, Ago(11))),
            Command).ThenObjection("ACC-4", "votes");

        [Theory]
        [InlineData(5, 2, false)] // At least three, whatever half of the body is.
        [InlineData(5, 3, true)]
        [InlineData(6, 3, false)] // Half is not more than half.
        [InlineData(6, 4, true)]
        [InlineData(3, 3, true)]
        [InlineData(4, 5, false)] // More than there are.
        public void ACC_4_a_quorum_is_more_than_half_and_three(int size, int votes, bool allowed)
        {
            var asked = Ask(Given.Facts<Decision>(Opened(size: size), Cited(), Option), Command with { Votes = new(votes, 0, 0) });
            if (allowed) asked.ThenAllowed();
            else asked.ThenObjection("ACC-4", "votes");
        }

        [Theory]
        [InlineData(2, "quorum")]
        [InlineData(6, "votes")]
        public void ACC_4_a_quorum_of_its_own_is_never_lower_and_is_reached(int quorum, string field) => Ask(Prepared(), Command with { Quorum = quorum }).ThenObjection("ACC-4", field);

        [Fact]
        public void ACC_4_only_members_of_the_board_vote_on_the_board()
        {
            MakeDecision command = Command with { Present = [.. Five.Take(3).Select(person => new Present(person, Capacity.BoardMember)), .. Five.Skip(3).Select(Head)] };
            BoardMember[] board = [.. Five.Take(3).Select(person => new BoardMember(Guid.Empty, person, Ago(100)))];
            var given = Given.Facts<Decision>(Opened(body: DecidingBody.Board), Cited(), Option);
            Ask(given, command, board).ThenObjection("ACC-4", "votes");
            Ask(given, command with { Votes = new(3, 0, 0) }, board).ThenAllowed();
        }

        [Fact]
        public void XCT_4_by_a_board_the_ledger_does_not_know_is_refused() => Ask(
            Given.Facts<Decision>(Opened(body: DecidingBody.Board), Cited(), Option),
            Command with { Present = [.. Five.Select(person => new Present(person, Capacity.BoardMember))] }, new BoardMember(Guid.Empty, Five[0], Ago(9))).ThenObjection("XCT-4", "present");

        [Fact]
        public void ACC_7_twice_is_refused() => Ask(Prepared(Made()), Command with { Outcome = DecisionOutcome.Declined }).ThenObjection("ACC-7");

        [Fact]
        public void ACC_8_with_effect_before_its_day_is_refused() => Ask(Prepared(), Command with { EffectiveFrom = Ago(11) }).ThenObjection("ACC-8", "effectiveFrom");

        [Fact]
        public void ACC_8_with_effect_before_its_day_and_the_reason_is_allowed() =>
            Ask(Prepared(), Command with { EffectiveFrom = Ago(11), RetrospectiveBecause = new("The term had begun.") }).Then<DecisionMade>(fact => fact.RetrospectiveBecause.ShouldNotBeNull());

        [Fact]
        public void ACC_10_among_peers_without_a_day_of_review_is_refused() =>
            Ask(Given.Facts<Decision>(Opened(direction: Direction.Lateral), Cited(), Option), Command).ThenObjection("ACC-10", "reviewBy");

        [Fact]
        public void ACC_10_among_peers_with_a_day_of_review_is_allowed() =>
            Ask(Given.Facts<Decision>(Opened(direction: Direction.Lateral), Cited(), Option), Command with { ReviewBy = Today.AddDays(90) }).ThenAllowed();
    }

    public class Communicating_and_closing
    {
        private static readonly CommunicateDecision Tell = new([Ashdown, Birchwood], Ago(5));
        private static readonly CloseDecision Close = new(new("It worked."), Ago(3));

        private static When<Decision> Told(Given<Decision> given) => given.When(decision => Tell.Objection(decision, Partnership, Lead), Tell.Decide);

        private static When<Decision> Closed(Given<Decision> given, CloseDecision command) => given.When(decision => command.Objection(decision, Partnership, Lead), command.Decide);

        [Fact]
        public void ACC_7_after_it_was_made_is_allowed() => Told(Prepared(Made())).Then(new DecisionCommunicated(Id, Triad, [Ashdown, Birchwood], Ago(5))).State.ShouldBe(DecisionState.Communicated);

        [Fact]
        public void ACC_6_before_there_is_an_outcome_nothing_is_told() => Told(Prepared()).ThenObjection("ACC-6");

        [Fact]
        public void ACC_6_without_an_outcome_it_is_not_closed() => Closed(Prepared(), Close).ThenObjection("ACC-6");

        [Fact]
        public void ACC_6_without_a_word_on_what_came_of_it_it_is_not_closed() => Closed(Prepared(Made()), Close with { Outcome = new(" ") }).ThenObjection("ACC-6", "outcome");

        [Fact]
        public void ACC_6_with_an_outcome_it_is_closed() => Closed(Prepared(Made()), Close).Then(new DecisionClosed(Id, Triad, Close.Outcome, Ago(3))).State.ShouldBe(DecisionState.Closed);

        [Fact]
        public void ACC_6_twice_it_is_not_closed() => Closed(Prepared(Made(), Close.Decide(Prepared().State)), Close).ThenObjection("ACC-6");

        [Fact]
        public void XCT_9_nothing_is_told_once_it_is_closed() => Told(Prepared(Made(), Close.Decide(Prepared().State))).ThenObjection("XCT-9");

        [Fact]
        public void before_the_day_of_the_decision_is_refused() => Closed(Prepared(Made()), Close with { OccurredOn = Ago(11) }).ThenObjection("input", "occurredOn");
    }
}
