using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Working_together
{
    private static readonly PartnershipId Id = AClusterOfThree.Id;
    private static readonly Acting Lead = AClusterOfThree.Lead;

    public class Recording_a_meeting
    {
        private static readonly DateOnly Day = new(2026, 3, 4);
        private static readonly IssueId Issue = IssueId.New();
        private static readonly DecisionId Decision = DecisionId.New();
        private static readonly RecordMeeting Command = new(Term.Spring, [new(Ashdown, Capacity.Headteacher, true), new(Cedars, Capacity.Headteacher, false)], [new("Attendance")], [Issue], [Decision], Day);

        private static When<Partnership> When(RecordMeeting command) => AClusterOfThree.After(new CollectiveIssueRaised(Id, Issue, HardWiredArea.StaffDevelopment, new("Few apply."), Day))
            .When(partnership => command.Objection(partnership, TermCalendar.Shipped, new([Decision]), Lead), command.Decide);

        [Fact]
        public void is_a_fact_once_a_day() => When(Command).Then(new MeetingHeld(Id, Term.Spring, Command.Attendance, Command.Matters, [Issue], [Decision], Day));

        [Fact]
        public void in_a_term_far_from_its_day_is_refused() => When(Command with { Term = Term.Autumn }).ThenObjection("input", "term");

        [Fact]
        public void in_the_summer_holidays_belongs_to_the_term_before_or_after() => When(Command with { Term = Term.Autumn, OccurredOn = new(2026, 8, 20) }).ThenAllowed();

        [Fact]
        public void to_which_nobody_came_is_refused() => When(Command with { Attendance = [new(Ashdown, Capacity.Headteacher, false)] }).ThenObjection("input", "attendance");

        [Fact]
        public void that_raised_an_unknown_issue_is_refused() => When(Command with { IssuesRaised = [IssueId.New()] }).ThenObjection("input", "issuesRaised");

        [Fact]
        public void that_referred_a_decision_nobody_opened_is_refused() => When(Command with { DecisionsReferred = [DecisionId.New()] }).ThenObjection("input", "decisionsReferred");

        [Fact]
        public void XCT_8_with_a_school_that_is_no_member_is_refused() => When(Command with { Attendance = [new(Downlands, Capacity.Headteacher, true)] }).ThenObjection("XCT-8", "attendance");
    }

    public class An_issue
    {
        private static readonly IssueId Issue = IssueId.New();
        private static readonly RaiseIssue Raising = new(HardWiredArea.HiringOfStaff, new("Few apply for mathematics."), Ago(20));
        private static readonly AgreeResponse Response = new(new("One advertisement for three schools."), [Ashdown, Cedars], Today.AddDays(30), Ago(10));

        private static When<Partnership> When(AgreeResponse command, IssueId? issue = null) =>
            AClusterOfThree.After(new CollectiveIssueRaised(Id, Issue, HardWiredArea.HiringOfStaff, new("Few apply for mathematics."), Ago(20)))
                .When(partnership => command.Objection(issue ?? Issue, partnership, Lead), partnership => command.Decide(issue ?? Issue, partnership));

        [Fact]
        public void is_raised_once() => AClusterOfThree.After().When(partnership => Raising.Objection(partnership, Lead), partnership => Raising.Decide(Issue, partnership))
            .Then(new CollectiveIssueRaised(Id, Issue, HardWiredArea.HiringOfStaff, new("Few apply for mathematics."), Ago(20)));

        [Fact]
        public void XCT_4_is_raised_by_the_lead_alone() => AClusterOfThree.After()
            .When(partnership => Raising.Objection(partnership, Head(Ashdown)), partnership => Raising.Decide(Issue, partnership)).ThenObjection("XCT-4").Status.ShouldBe(403);

        [Fact]
        public void is_answered_by_members() => When(Response).Then(new CollaborativeResponseAgreed(Id, Issue, Response.What, Response.Who, Response.By, Ago(10)));

        [Fact]
        public void that_nobody_raised_is_unknown() => When(Response, IssueId.New()).ThenObjection("unknown", "issueId");

        [Fact]
        public void answered_before_it_was_raised_is_refused() => When(Response with { OccurredOn = Ago(21) }).ThenObjection("input", "occurredOn");

        [Fact]
        public void XCT_8_answered_by_a_school_that_is_no_member_is_refused() => When(Response with { Who = [Ashdown, Downlands] }).ThenObjection("XCT-8", "who");
    }

    public class Sharing_data
    {
        private static readonly ShareData Command = new(Ashdown, SharedDataset.Attendance, AcademicYear.Of(Ago(10)), AudienceRing.PartnershipHeads, Ago(10));

        private static When<Partnership> When(ShareData command, Acting? acting = null) => AClusterOfThree.After().When(partnership => command.Objection(partnership, acting ?? Lead), command.Decide);

        [Fact]
        public void by_the_lead_is_a_fact_once() => When(Command).Then(new DataSharedWithPartners(Id, Ashdown, SharedDataset.Attendance, Command.AcademicYear, AudienceRing.PartnershipHeads, Ago(10)));

        [Fact]
        public void XCT_4_by_the_schools_own_head_is_allowed() => When(Command, Head(Ashdown)).ThenAllowed();

        [Fact]
        public void XCT_4_by_the_head_of_another_school_is_refused() => When(Command, Head(Birchwood)).ThenObjection("XCT-4").Status.ShouldBe(403);

        [Fact]
        public void XCT_8_of_a_school_that_is_no_member_is_refused() => When(Command with { Urn = Downlands }).ThenObjection("XCT-8", "urn");

        [Fact]
        public void of_its_head_alone_is_no_sharing() => When(Command with { Ring = AudienceRing.HostHead }).ThenObjection("input", "ring");
    }

    public class Hearing_a_voice
    {
        private static readonly RecordVoice Command = new(Voice.Families, new("Coffee morning"), 40, new("Buses come late."), Ago(10), new("The timetable."));

        private static When<Partnership> When(RecordVoice command) => AClusterOfThree.After().When(partnership => command.Objection(partnership, Lead), command.Decide);

        [Fact]
        public void is_a_fact_once() => When(Command).Then(new CommunityVoiceHeard(Id, Voice.Families, Command.Activity, 40, Command.WhatWeHeard, Command.WhatChanged, Ago(10)));

        [Fact]
        public void of_nobody_is_refused() => When(Command with { Count = 0 }).ThenObjection("input", "count");
    }

    public class A_grant
    {
        private static readonly GrantId Grant = GrantId.New();
        private static readonly RecordGrant Command = new("Essex County Council", GrantScheme.Slis, RecordGrant.CapPence, 0, [new("Reported each term.")], Ago(20));

        private static When<Partnership> When(RecordGrant command) => AClusterOfThree.After().When(partnership => command.Objection(partnership, Lead), partnership => command.Decide(Grant, partnership));

        private static When<Partnership> Spend(long pence, GrantId? grant = null)
        {
            var command = new ReportGrantSpend(pence, new("Supply cover."), Ago(10));
            return AClusterOfThree.After(Command.Decide(Grant, AClusterOfThree.After().State), new GrantSpendReported(Id, Grant, 2_000_000, new("Training."), Ago(15)))
                .When(partnership => command.Objection(grant ?? Grant, partnership, Lead), partnership => command.Decide(grant ?? Grant, partnership));
        }

        [Fact]
        public void PRT_10_at_the_cap_is_allowed() => When(Command).Then<GrantAwarded>(fact => fact.AmountPence.ShouldBe(2_500_000));

        [Fact]
        public void PRT_10_over_the_cap_without_a_reason_is_refused() => When(Command with { AmountPence = 2_500_001 }).ThenObjection("PRT-10", "overCapBecause");

        [Fact]
        public void PRT_10_over_the_cap_with_a_reason_is_allowed() => When(Command with { AmountPence = 2_500_001, OverCapBecause = new("Two clusters share it.") }).ThenAllowed();

        [Fact]
        public void PRT_10_under_another_scheme_has_no_cap() => When(Command with { Scheme = GrantScheme.Other, AmountPence = 9_000_000 }).ThenAllowed();

        [Fact]
        public void is_spent_to_its_end() => Spend(500_000).Then(new GrantSpendReported(Id, Grant, 500_000, new("Supply cover."), Ago(10)));

        [Fact]
        public void is_not_spent_beyond_it() => Spend(500_001).ThenObjection("input", "spentPence");

        [Fact]
        public void that_nobody_awarded_is_unknown() => Spend(1, GrantId.New()).ThenObjection("unknown", "grantId");
    }

    public class Pooling
    {
        private static readonly PooledResourceId Resource = PooledResourceId.New();
        private static readonly PoolResource Command = new(HardWiredArea.UseOfResources, new("A speech therapist"), [new(Ashdown, 100_000, null), new(Cedars, null, 600)], new("Waits halve."), Ago(10), Ago(10));

        private static When<Partnership> When(PoolResource command) => AClusterOfThree.After().When(partnership => command.Objection(partnership, Lead), partnership => command.Decide(Resource, partnership));

        [Fact]
        public void money_and_time_is_a_fact_once() => When(Command).Then<ResourcePooled>(fact => fact.Contributions.Count.ShouldBe(2));

        [Fact]
        public void nothing_is_refused() => When(Command with { Contributions = [new(Ashdown, null, null)] }).ThenObjection("input", "contributions");

        [Fact]
        public void XCT_8_with_a_school_that_is_no_member_is_refused() => When(Command with { Contributions = [new(Downlands, 1, null)] }).ThenObjection("XCT-8", "contributions");
    }

    public class Accounting_for_a_year
    {
        private static readonly PublishAnnualAccount Command = new(AcademicYear.Of(Ago(10)), AudienceRing.Public, [new("What we did", new("Three reviews.")), new("What came of it", new("More reading."))], Ago(10));

        private static When<Partnership> When(PublishAnnualAccount command) => AClusterOfThree.After().When(partnership => command.Objection(partnership, Lead), command.Decide);

        [Fact]
        public void is_published_once_with_its_fingerprint() => When(Command).Then<AnnualAccountPublished>(fact =>
            fact.ContentHash.ShouldBe(BodyDigest.Of("""[{"heading":"What we did","text":"Three reviews."},{"heading":"What came of it","text":"More reading."}]""")));

        [Fact]
        public void gives_other_sections_another_fingerprint() =>
            PublishAnnualAccount.Fingerprint(Command.Sections).ShouldNotBe(PublishAnnualAccount.Fingerprint([.. Command.Sections.Reverse()]));

        [Fact]
        public void of_a_year_to_come_is_refused() => When(Command with { AcademicYear = AcademicYear.Of(Today) + 1 }).ThenObjection("input", "academicYear");

        [Fact]
        public void that_says_nothing_is_refused() => When(Command with { Sections = [] }).ThenObjection("input", "sections");
    }
}
