using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Wolverine.Tracking;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>The steps of one review in a triad, each taken by whom it falls to: the heads of the other two schools review, somebody from outside facilitates.</summary>
public sealed class ReviewThroughTheApi(App app, PartnershipId partnership, Urn host, Urn second, Urn third, string lead)
{
    /// <summary>Words that stand in the texts of the review and nowhere else; a reader outside the circle never gets one of them.</summary>
    public static readonly string[] Secrets =
        ["quokka", "wombat", "numbat", "bilby", "potoroo", "dunnart", "bandicoot", "kowari", "antechinus", "planigale", "phascogale"];

    public PartnershipId PartnershipId { get; } = partnership;

    public string Lead { get; } = lead;

    public string HostHead { get; } = $"head-{host}";

    public string HostChair { get; } = $"chair-{host}";

    public string LeadReviewer { get; } = $"head-{second}";

    public string Reviewer { get; } = $"head-{third}";

    public ReviewId Id { get; private set; }

    public int Round { get; init; } = 1;

    public ReviewId? FollowUpOf { get; init; }

    /// <summary>The day it is told on; another one for a story in a season of its own, with a clock that was moved there.</summary>
    public DateOnly AsOf { get; init; } = Today;

    public string Url => $"/api/v1/reviews/{Id}";

    public object Plan => new
    {
        partnershipId = PartnershipId, hostUrn = host, round = Round, followUpOf = FollowUpOf, model = ReviewModel.LocalTriad, plannedFrom = Ago(14), plannedTo = Ago(13), invitedBy = App.Person(HostHead),
        occurredOn = Ago(28),
    };

    /// <summary>A triad of these schools with a signed protocol, and nothing of the review yet.</summary>
    public static async Task<ReviewThroughTheApi> InATriadAsync(App app, Urn host, Urn second, Urn third, string lead)
    {
        await app.RegisterSchoolsAsync(host, second, third);
        return new(app, await app.ATriadWithASignedProtocolAsync(lead, host, second, third), host, second, third, lead);
    }

    private DateOnly Ago(int days) => AsOf.AddDays(-days);

    /// <summary>The host looked for itself before it asked peers to look (IMP-2).</summary>
    public async Task SelfReviewedAsync()
    {
        var (head, url) = (app.As(HostHead), $"/api/v1/schools/{host}/self-reviews");
        var year = AcademicYear.Of(Ago(29));
        if ((int)(await head.Get($"{url}/{year}")).Status == 200) return;
        (await head.Post(url, new { academicYear = year, frameworkId = "essex-self-review", frameworkVersion = 1, occurredOn = Ago(29) })).Done();
        (await head.Post($"{url}/{year}/areas", new { area = ImprovementArea.CurriculumAndTeaching, judgement = "A marten says it is nearly there.", confidence = "medium", evidence = new[] { "Books of three classes." }, occurredOn = Ago(29) })).Done();
        (await head.Post($"{url}/{year}/submission", new { occurredOn = Ago(29) })).Done();
    }

    public async Task PlannedAsync() => Id = new((await app.As(Lead).Post("/api/v1/reviews", Plan)).Done().Id);

    /// <summary>The review was planned in another way than through the API.</summary>
    public void Is(ReviewId id) => Id = id;

    public async Task ScopedAsync()
    {
        await SelfReviewedAsync();
        await EnquiryAgreedAsync();
    }

    private async Task EnquiryAgreedAsync() => (await app.As(HostHead).Post($"{Url}/enquiry", new
    {
        question = "How do pupils explain what a quokka is?", area = ImprovementArea.CurriculumAndTeaching, linesOfEnquiry = new[] { "In wombat lessons", "In numbat books" },
        whyNow = "The bilby unit is new.", hopedForChange = "More potoroo talk.", occurredOn = Ago(27),
    })).Done();

    public async Task TeamConfirmedAsync(params string[] facilitators)
    {
        await ProposedAsync(LeadReviewer, TeamRole.Lead, second);
        await ProposedAsync(Reviewer, TeamRole.Reviewer, third);
        foreach (var facilitator in facilitators) await ProposedAsync(facilitator, TeamRole.Facilitator, null);
        await ConfirmAsync([LeadReviewer, Reviewer, .. facilitators]);
    }

    public async Task ProposedAsync(string name, TeamRole role, Urn? home)
    {
        (await app.As(Lead).Post($"{Url}/team", new { personId = App.Person(name), role, homeUrn = home, trainedOn = home is null ? (DateOnly?)null : Ago(400), occurredOn = Ago(26) })).Done();
        (await app.As(name).Post($"{Url}/interests", new { personId = App.Person(name), nature = InterestNature.Family, text = "A dunnart teaches there.", occurredOn = Ago(25) })).Done();
        (await app.As(Lead).Post($"{Url}/interest-assessments", new
        {
            personId = App.Person(name), outcome = InterestOutcome.ClearWithSafeguards, safeguards = "Not in dunnart lessons.", occurredOn = Ago(24),
        })).Done();
    }

    public async Task ConfirmAsync(params string[] members)
    {
        (await app.As(Lead).Post($"{Url}/team/confirmation", new { members = members.Select(App.Person), occurredOn = Ago(20) })).Done();
        Present = members;
    }

    /// <summary>Who comes to the visit: whoever was confirmed last.</summary>
    public IReadOnlyList<string> Present { get; set; } = [];

    public async Task ProtocolConfirmedAsync() => (await app.As(Lead).Post($"{Url}/protocol", new { protocolVersion = 1, safeguardingUnderstood = true, occurredOn = Ago(20) })).Done();

    public async Task StaffBriefedAsync() => (await app.As(HostHead).Post($"{Url}/staff-briefing", new { occurredOn = Ago(18) })).Done();

    public object Start => new { reviewersPresent = Present.Select(App.Person), occurredOn = Ago(14) };

    public async Task VisitedAsync()
    {
        await VisitEndedAsync();
        await FeedbackAsync();
    }

    public async Task VisitEndedAsync()
    {
        (await app.As(LeadReviewer).Post($"{Url}/visit/start", Start)).Done();
        var walk = await EvidenceAsync(EvidenceKind.LearningWalk, "A bandicoot was on every wall.");
        var voice = await EvidenceAsync(EvidenceKind.PupilVoice, "Pupils spoke of the kowari.");
        (await app.As(LeadReviewer).Post($"{Url}/visit/end", new { occurredOn = Ago(13) })).Done();
        (await app.As(LeadReviewer).Post($"{Url}/findings", Finding("Pupils reason about the antechinus.", HostView.Agreed, walk, voice))).Done();
        (await app.As(LeadReviewer).Post($"{Url}/findings", Finding("Books do not show the planigale yet.", HostView.NotAgreed, walk, voice))).Done();
    }

    /// <summary>The host hears the findings, and what follows by itself has followed.</summary>
    public Task<ITrackedSession> FeedbackAsync() => app.AndWaitAsync(async () =>
        (await app.As(LeadReviewer).PostLate($"{Url}/feedback", new { toRoles = new[] { Capacity.Headteacher }, withStaff = false, occurredOn = Ago(13) })).Done());

    public async Task<Guid> EvidenceAsync(EvidenceKind kind, string seen) => (await app.As(Reviewer).Post($"{Url}/evidence", new
    {
        kind, line = 1, jointWithHost = true, whatWasSeen = seen, byPerson = App.Person(Reviewer), occurredOn = Ago(14), peopleCount = 12,
    })).Done().Id;

    public object Finding(string statement, HostView hostView, params Guid[] evidence) =>
        new { kind = FindingKind.Strength, line = 1, statement, evidenceIds = evidence, hostView, occurredOn = Ago(13) };

    public async Task FinalAsync()
    {
        (await app.As(LeadReviewer).Post($"{Url}/drafts", new { report = "A first phascogale.", draftedBy = App.Person(LeadReviewer), occurredOn = Ago(10) })).Done();
        (await app.As(HostHead).Post($"{Url}/accuracy", new { draft = 1, accurate = false, points = new[] { "It was a planigale." }, occurredOn = Ago(9) })).Done();
        (await app.As(LeadReviewer).Post($"{Url}/drafts", new { report = "A better phascogale.", draftedBy = App.Person(LeadReviewer), occurredOn = Ago(8) })).Done();
        (await app.As(HostHead).Post($"{Url}/accuracy", new { draft = 2, accurate = true, occurredOn = Ago(7) })).Done();
        (await app.As(Lead).Post($"{Url}/final", new { occurredOn = Ago(6) })).Done();
    }

    /// <summary>Everything up to the final report.</summary>
    public async Task ToFinalAsync()
    {
        await ToVisitEndedAsync();
        await FeedbackAsync();
        await FinalAsync();
    }

    /// <summary>Everything up to the findings, of which the host has not heard.</summary>
    public async Task ToVisitEndedAsync()
    {
        await PlannedAsync();
        await ScopedAsync();
        await TeamConfirmedAsync("facilitator");
        await ProtocolConfirmedAsync();
        await StaffBriefedAsync();
        await VisitEndedAsync();
    }
}
