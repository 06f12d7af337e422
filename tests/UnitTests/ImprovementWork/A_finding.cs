using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.AReview;

namespace EssexImprovement.Tests;

public class A_finding
{
    private static readonly AgreeFinding Command = new(FindingKind.ToDevelop, 1, new("Books show fewer questions than talk does."), [Walk, Voice], HostView.Agreed, Visit.AddDays(1));

    [Fact]
    public void is_agreed_by_the_team_with_the_host() => Agreeing(Command).Then<FindingAgreed>(fact => fact.EvidenceIds.ShouldBe([Walk, Voice]));

    [Fact]
    public void IMP_10_rests_on_two_items_of_two_kinds()
    {
        Agreeing(Command with { EvidenceIds = [Walk] }).ThenObjection("IMP-10", "evidenceIds");
        Agreeing(Command with { EvidenceIds = [Voice, SecondVoice] }).ThenObjection("IMP-10", "evidenceIds");
        Agreeing(Command with { EvidenceIds = [Walk, Walk] }).ThenObjection("IMP-10", "evidenceIds");
        Agreeing(Command with { EvidenceIds = [Walk, EvidenceId.New()] }).ThenObjection("IMP-10", "evidenceIds");
        Agreeing(Command with { EvidenceIds = [Walk, Voice, SecondVoice] }).ThenAllowed();
    }

    [Theory]
    [InlineData("Teaching is outstanding.")]
    [InlineData("Good use of talk.")]
    [InlineData("Pupils are good at asking.")]
    [InlineData("This requires improvement.")]
    [InlineData("A school requiring significant improvement.")]
    [InlineData("This REQUIRES\u00a0 Improvement.")]
    [InlineData("Books are inadequate.")]
    [InlineData("Below the expected standard.")]
    [InlineData("A strong standard throughout.")]
    [InlineData("An exceptional curriculum.")]
    [InlineData("Writing needs attention.")]
    [InlineData("Attendance is in need of urgent improvement.")]
    [InlineData("Ｇｏｏｄ books.")]
    public void IMP_10_carries_no_grade_word(string statement)
    {
        Agreeing(Command with { Statement = new(statement) }).ThenObjection("IMP-10", "statement");
        Agreeing(Command with { HostComment = new(statement) }).ThenObjection("IMP-10", "hostComment");
    }

    [Theory]
    [InlineData("Mr Example asks why.")]
    [InlineData("It was mrs Example who asked.")]
    [InlineData("Ask Dr. Example.")]
    [InlineData("MISS EXAMPLE asks why.")]
    [InlineData("Ms E asks why.")]
    [InlineData("Professor Example asks why.")]
    public void IMP_10_names_nobody(string statement) => Agreeing(Command with { Statement = new(statement) }).ThenObjection("IMP-10", "statement");

    [Theory]
    [InlineData("Goods are shared fairly.")]
    [InlineData("Standards of talk rise from year to year.")]
    [InlineData("Pupils who miss Science catch up in a week.")]
    [InlineData("Homework is set in MS Teams.")]
    [InlineData("Leaders improve what they attend to.")]
    [InlineData("The year 9 tutor asks why.")]
    public void IMP_10_may_say_everything_else(string statement) => Agreeing(Command with { Statement = new(statement) }).ThenAllowed();

    [Fact]
    public void answers_a_line_of_the_enquiry_and_carries_the_host_s_comment()
    {
        Agreeing(Command with { Line = 2 }).ThenObjection("input", "line");
        Agreeing(Command with { HostView = HostView.AgreedWithComment }).ThenObjection("input", "hostComment");
        Agreeing(Command with { HostView = HostView.AgreedWithComment, HostComment = new("We knew.") }).ThenAllowed();
    }

    [Fact]
    public void comes_between_the_visit_and_the_feedback()
    {
        Before<VisitStarted>().When(Objects, Decides).ThenObjection("IMP-10");
        Before<ReportDrafted>().When(Objects, Decides).ThenObjection("input", "statement");
        Final().When(Objects, Decides).ThenObjection("XCT-9");

        static Objection? Objects(PeerReview review) => Command.Objection(review, Partnership(), TheLeadReviewer);
        static object Decides(PeerReview review) => Command.Decide(FindingId.New(), review);
    }

    private static When<PeerReview> Agreeing(AgreeFinding command) =>
        Before<FeedbackGiven>().When(review => command.Objection(review, Partnership(), TheLeadReviewer), review => command.Decide(FindingId.New(), review));
}
