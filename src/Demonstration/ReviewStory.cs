namespace EssexImprovement.Demonstration;

/// <summary>One peer review from plan to release. What the words say is fictional, and grades nothing.</summary>
internal sealed class ReviewStory(Api api, Guid partnership, School host, School lead, School reviewer, string facilitator, int round, DateOnly visit, bool corrected)
{
    private static readonly (string Kind, int Line, string Seen)[] Seen =
    [
        ("learning-walk", 1, "In eight of ten rooms pupils were asked to explain how they reached an answer."),
        ("lesson-visit", 1, "Pairs talked through a method for two minutes before writing."),
        ("pupil-voice", 1, "Pupils said they are asked why more often than last year."),
        ("work-scrutiny", 2, "Written reasoning grew longer between September and the visit in four of six books."),
        ("staff-voice", 2, "Teachers described planning questions together each fortnight."),
        ("leader-dialogue", 2, "Leaders showed how departments compare questions across year groups."),
    ];

    private DateOnly Before(int days) => visit.AddDays(-days);

    private DateOnly After(int days) => visit.AddDays(days);

    /// <summary>Answers the review and its findings, so that the story can go on.</summary>
    public async Task<(Guid Id, IReadOnlyList<Guid> Findings)> TellAsync()
    {
        await SelfReviewStory.TellAsync(api, host, Before(40), submitted: Before(35));
        var id = await api.PostAsync("lead", "/api/v1/reviews", new
        {
            partnershipId = partnership, hostUrn = host.Urn, round, model = "local-triad", plannedFrom = visit, plannedTo = After(1), invitedBy = await api.PersonAsync(host.Head), occurredOn = Before(30),
        });
        var url = $"/api/v1/reviews/{id}";
        await api.PostAsync("lead", $"{url}/enquiry", new
        {
            question = "How does talk in lessons deepen pupils' reasoning?", area = "curriculum-and-teaching", linesOfEnquiry = new[] { "What pupils are asked to explain", "How teachers plan questions" },
            whyNow = "Our own review of books showed short answers.", hopedForChange = "Longer, clearer reasoning in every year group.", occurredOn = Before(25),
        });
        await TeamAsync(url);
        await api.PostAsync("lead", $"{url}/protocol", new { protocolVersion = 1, safeguardingUnderstood = true, occurredOn = Before(10) });
        await api.PostAsync(host.Head, $"{url}/staff-briefing", new { occurredOn = Before(5) });
        await api.PostAsync("lead", $"{url}/visit/start", new { reviewersPresent = new[] { await api.PersonAsync(lead.Head), await api.PersonAsync(reviewer.Head), await api.PersonAsync(facilitator) }, occurredOn = visit });
        var evidence = new List<Guid>();
        foreach (var (at, (kind, line, whatWasSeen)) in Seen.Index())
        {
            var by = at % 2 == 0 ? lead.Head : reviewer.Head;
            evidence.Add(await api.PostAsync(by, $"{url}/evidence", new { kind, line, jointWithHost = at == 0, whatWasSeen, byPerson = await api.PersonAsync(by), peopleCount = 4 + at, occurredOn = At(at) }));
        }
        await api.PostAsync("lead", $"{url}/visit/end", new { occurredOn = After(1) });
        Guid[] findings =
        [
            await FindingAsync(url, "area-of-excellence", 1, "Pupils are used to saying how they know.", evidence[..3], "agreed"),
            await FindingAsync(url, "to-develop", 2, "What teachers plan together does not yet reach every department.", evidence[3..5], "agreed-with-comment"),
            await FindingAsync(url, "question", 2, "Who learns most from comparing questions across year groups?", evidence[4..], "agreed"),
        ];
        await api.PostAsync("lead", $"{url}/feedback", new { toRoles = new[] { "headteacher" }, withStaff = true, occurredOn = After(2) });
        await api.PostAsync(lead.Head, $"{url}/drafts", new { report = "We saw pupils explain their thinking in most rooms. Shared planning is strongest where departments meet each fortnight.", draftedBy = await api.PersonAsync(lead.Head), occurredOn = After(8) });
        if (corrected)
        {
            await api.PostAsync(host.Head, $"{url}/accuracy", new { draft = 1, accurate = false, points = new[] { "Departments meet each week, not each fortnight.", "Two rooms were not visited." }, occurredOn = After(12) });
            await api.PostAsync(lead.Head, $"{url}/drafts", new { report = "We saw pupils explain their thinking in most of the rooms we visited. Shared planning is strongest where departments meet each week.", draftedBy = await api.PersonAsync(lead.Head), occurredOn = After(14) });
        }
        await api.PostAsync(host.Head, $"{url}/accuracy", new { draft = corrected ? 2 : 1, accurate = true, occurredOn = After(16) });
        await api.PostAsync("lead", $"{url}/final", new { occurredOn = After(17) });
        await api.PostAsync(host.Head, $"{url}/releases", new { ring = "host-governors", extent = "full-report", purpose = "governors", occurredOn = After(20) });
        return (id, findings);
    }

    private DateOnly At(int item) => item < 3 ? visit : After(1);

    private async Task TeamAsync(string url)
    {
        foreach (var (name, role, home) in new[] { (lead.Head, "lead", lead.Urn), (reviewer.Head, "reviewer", reviewer.Urn), (facilitator, "facilitator", null) })
        {
            await api.PostAsync("lead", $"{url}/team", new { personId = await api.PersonAsync(name), role, homeUrn = home, trainedOn = Before(45), occurredOn = Before(20) });
            await api.PostAsync("lead", $"{url}/interests", new { personId = await api.PersonAsync(name), nature = "none", occurredOn = Before(18) });
            // Nobody weighs their own interest.
            await api.PostAsync(name == "lead" ? host.Head : "lead", $"{url}/interest-assessments", new { personId = await api.PersonAsync(name), outcome = "clear", occurredOn = Before(16) });
        }
        await api.PostAsync("lead", $"{url}/team/confirmation", new { members = new[] { await api.PersonAsync(lead.Head), await api.PersonAsync(reviewer.Head), await api.PersonAsync(facilitator) }, occurredOn = Before(14) });
    }

    private async Task<Guid> FindingAsync(string url, string kind, int line, string statement, IEnumerable<Guid> evidenceIds, string hostView) => await api.PostAsync(lead.Head, $"{url}/findings", new
    {
        kind, line, statement, evidenceIds, hostView, hostComment = hostView == "agreed" ? null : "We see it too, and have begun.", occurredOn = After(1),
    });
}
