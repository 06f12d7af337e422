using System.Text;

namespace EssexImprovement.Demonstration;

/// <summary>A fictional triad lives the last whole school year through the same commands an API client would use; the real triad of 2015 to 2019 stands beside it with its public facts only.</summary>
internal sealed class Story(Api api, DateOnly today)
{
    private const string Administrator = "administrator", Lead = "lead", Head = "head", ThirdHead = "head-of-cedars", Facilitator = "facilitator", Champion = "champion";
    private static readonly string[] Board = ["board-one", "board-two", "board-three"];
    private static readonly School Ashdown = new("990001", Lead, "chair-of-ashdown"), Birchwood = new("990002", Head, "chair-of-birchwood"), Cedars = new("990003", ThirdHead, "chair-of-cedars");
    private static readonly School[] Triad = [Ashdown, Birchwood, Cedars];

    // The school year that ended in the last July but is wholly over.
    private readonly int year = today.Month >= 9 ? today.Year - 1 : today.Year - 2;

    private DateOnly On(int day, int month) => new(month >= 9 ? year : year + 1, month, day);

    public async Task TellAsync()
    {
        // The real rows say what the register said on that day; the fictional ones belong to a local authority that does not exist.
        await api.PostCsvAsync(Administrator, "/api/v1/imports/gias?asAt=2025-05-24", await SchoolsAsync());
        await api.PostAsync(Administrator, "/api/v1/partnerships", new
        {
            name = "Triad of Alec Hunter, The Ramsey and Chelmer Valley, 2015 to 2019", kind = "triad", quadrant = "mid", districts = new[] { "braintree", "chelmsford" },
            foundingUrns = new[] { "139402", "139248", "137260" }, occurredOn = new DateOnly(2015, 9, 1),
        });
        await PeopleAsync();
        var partnership = await FormAsync();
        var (review, findings) = await new ReviewStory(api, partnership, Birchwood, Ashdown, Cedars, Facilitator, round: 1, On(11, 11), corrected: true).TellAsync();
        await new FollowUpStory(api, partnership, review, findings, Birchwood, Cedars, Champion, On).TellAsync();
        await PracticeAsync(partnership, review, findings[0]);
        await SupportAsync(partnership);
        await TogetherAsync(partnership);
        await new ReviewStory(api, partnership, Ashdown, Cedars, Birchwood, Facilitator, round: 1, On(10, 2), corrected: false).TellAsync();
        await new ReviewStory(api, partnership, Cedars, Birchwood, Ashdown, Facilitator, round: 1, On(12, 5), corrected: false).TellAsync();
        await DecideAsync(partnership);
        // A newcomer can plan a review of this school year and go on (IMP-2). Not today: the service's day is London's.
        var begun = today is { Day: 1, Month: 9 } ? today : today.AddDays(-1);
        foreach (var school in Triad) await SelfReviewStory.TellAsync(api, school, begun, submitted: begun);
    }

    // Fictional, as everybody here is. Names stand on cards outside the ledger; each can be erased.
    private static readonly (string SignsIn, string Name)[] Cards =
    [
        (Lead, "Amina Fairweather"), (Head, "Rhys Applegarth"), (ThirdHead, "Beatrix Okonjo-Hill"), ("chair-of-ashdown", "Desmond Pike"), ("chair-of-birchwood", "Farida Lowndes"),
        ("chair-of-cedars", "Callum Wetherby"), (Facilitator, "Ingrid Salter"), (Champion, "Priya Wakering"), (Board[0], "Marcus Tolleshunt"), (Board[1], "Leila Brightwell"), (Board[2], "Owen Layer"),
        ("analyst", "Noor Fingringhoe"), ("auditor", "Gwendolen Steeple"), (Administrator, "Tobias Mundon"),
    ];

    private async Task PeopleAsync()
    {
        foreach (var (signsIn, name) in Cards) await api.PostAsync(Administrator, $"/api/v1/people/{await api.PersonAsync(signsIn)}", new { name });
        foreach (var school in Triad)
        {
            await api.PostAsync(Administrator, $"/api/v1/schools/{school.Urn}/leaders", new { personId = await api.PersonAsync(school.Head), capacity = "headteacher", occurredOn = new DateOnly(year - 2, 9, 1) });
            await api.PostAsync(Administrator, $"/api/v1/schools/{school.Urn}/leaders", new { personId = await api.PersonAsync(school.Chair), capacity = "chair-of-governors", occurredOn = new DateOnly(year - 2, 9, 1) });
        }
        foreach (var (name, capacity) in Board.Select(name => (name, "board-member")).Concat([("analyst", "analyst"), ("auditor", "auditor"), (Facilitator, "external-facilitator")]))
            await api.PostAsync(Administrator, "/api/v1/capacities", new { personId = await api.PersonAsync(name), capacity, occurredOn = On(1, 9) });
    }

    private async Task<Guid> FormAsync()
    {
        var id = await api.PostAsync(Lead, "/api/v1/partnerships", new
        {
            name = "Three Rivers Triad", kind = "triad", quadrant = "mid", districts = new[] { "braintree", "maldon" }, foundingUrns = Triad.Select(school => school.Urn),
            purposeDraft = "Three schools that look honestly at each other.", occurredOn = On(4, 9),
        });
        var url = $"/api/v1/partnerships/{id}";
        await api.PostAsync(Lead, $"{url}/leads", new { personId = await api.PersonAsync(Lead), role = "lead", urn = Ashdown.Urn, from = On(4, 9), occurredOn = On(4, 9) });
        await api.PostAsync(Lead, $"{url}/leads", new { personId = await api.PersonAsync(Head), role = "deputy", urn = Birchwood.Urn, from = On(4, 9), occurredOn = On(4, 9) });
        var signatories = new List<object>();
        foreach (var school in Triad) signatories.Add(new { urn = school.Urn, personId = await api.PersonAsync(school.Head), capacity = "headteacher", on = On(15, 9) });
        await api.PostAsync(Lead, $"{url}/purpose", new
        {
            text = "Every young person along the three rivers leaves school able to choose what comes next. We answer to each other for that.",
            placeAndCommunity = "The towns and villages between the three rivers, their employers and their families.",
            outcomeClauses = new[] { new { clauseId = "P1", text = "Every pupil reads with confidence by the end of year 8." }, new { clauseId = "P2", text = "Nobody leaves without a next step." } },
            signatories, occurredOn = On(15, 9),
        });
        await api.PostAsync(Lead, $"{url}/protocols", new
        {
            defaultRoutes = new[]
            {
                new { artefact = "findings", maxRing = "peer-group-heads", extent = "full-report" }, new { artefact = "report", maxRing = "host-governors", extent = "full-report" },
                new { artefact = "summary-for-learning", maxRing = "partnership-heads", extent = "summary" },
            },
            triggersAllowed = new[] { "workshop", "host-plan", "support-request-by-host", "practice-offer", "follow-up-review" },
            reviewDays = 2, workshopWithinSchoolDays = 15, checkInFromDays = 60, checkInToDays = 120,
            safeguardingRoute = "headteacher-or-lado-if-about-the-head", dataRetentionYears = 6, effectiveFrom = On(22, 9), occurredOn = On(22, 9),
        });
        foreach (var school in Triad)
        {
            await api.PostAsync(school.Head, $"{url}/signatures", new { protocolVersion = 1, urn = school.Urn, personId = await api.PersonAsync(school.Head), capacity = "headteacher", occurredOn = On(24, 9) });
            await api.PostAsync(Lead, $"{url}/signatures", new { protocolVersion = 1, urn = school.Urn, personId = await api.PersonAsync(school.Chair), capacity = "chair-of-governors", occurredOn = On(29, 9) });
        }
        // Two heads may lead a review, the third reviews; a teacher of the third school runs the workshop after the first of them.
        foreach (var (name, school, trainedAs) in new[] { (Lead, Ashdown, "lead-reviewer"), (Head, Birchwood, "lead-reviewer"), (ThirdHead, Cedars, "peer-reviewer"), (Champion, Cedars, "improvement-champion") })
            await api.PostAsync(Lead, $"{url}/training", new { personId = await api.PersonAsync(name), homeUrn = school.Urn, trainedAs, occurredOn = On(30, 9) });
        await api.PostAsync(Lead, $"{url}/peer-groups", new { name = "The three heads", urns = Triad.Select(school => school.Urn), from = On(1, 10), occurredOn = On(1, 10) });
        return id;
    }

    private async Task TogetherAsync(Guid partnership)
    {
        var url = $"/api/v1/partnerships/{partnership}";
        Task RaisedAsync(string what, object body) => api.PostAsync(Lead, $"{url}/{what}", body);
        async Task<Guid> MeetAsync(string term, DateOnly day, School? absent, string matter, params Guid[] issues) => await api.PostAsync(Lead, $"{url}/meetings", new
        {
            term, attendance = Triad.Select(school => new { urn = school.Urn, capacity = "headteacher", present = school != absent }), matters = new[] { matter }, issuesRaised = issues,
            decisionsReferred = Array.Empty<Guid>(), occurredOn = day,
        });
        await RaisedAsync("stage-plan", new
        {
            targetStage = "collaboration", targetDate = On(20, 7), reviewedTermly = true, occurredOn = On(2, 10), milestones = new[]
            {
                new { criterionId = "C4", by = On(20, 12), owner = Ashdown.Urn }, new { criterionId = "C5", by = On(31, 3), owner = Birchwood.Urn },
                new { criterionId = "C7", by = On(30, 6), owner = Cedars.Urn },
            },
        });
        var issue = await api.PostAsync(Lead, $"{url}/issues", new { area = "hiring-of-staff", text = "None of the three schools finds teachers of mathematics.", occurredOn = On(9, 10) });
        await MeetAsync("autumn", On(9, 10), null, "What makes a good reviewer", issue);
        await RaisedAsync($"issues/{issue}/responses", new { what = "One advertisement and one day of interviews for all three schools.", who = Triad.Select(school => school.Urn), by = On(28, 2), occurredOn = On(16, 10) });
        await RaisedAsync("voices", new
        {
            voice = "families", activity = "Coffee mornings at all three schools", count = 64, whatWeHeard = "Reports come too late to help at home.", whatChanged = "A short note goes home after each half-term.",
            occurredOn = On(20, 11),
        });
        await MeetAsync("spring", On(22, 1), Cedars, "What the first review taught us");
        await RaisedAsync("resources", new
        {
            area = "staff-development", what = "A shared coach for new heads of department", benefitExpected = "Every new head of department is seen teaching each half-term.", from = On(23, 2),
            contributions = new object[] { new { urn = Ashdown.Urn, cashPence = 150_000, minutes = (int?)null }, new { urn = Birchwood.Urn, cashPence = 150_000, minutes = (int?)null }, new { urn = Cedars.Urn, cashPence = (int?)null, minutes = 1_200 } },
            occurredOn = On(5, 2),
        });
        foreach (var school in Triad)
            await api.PostAsync(school.Head, $"{url}/data-shared", new { urn = school.Urn, dataset = "attendance", academicYear = year, ring = "partnership-heads", occurredOn = On(6, 2) });
        await MeetAsync("summer", On(10, 6), null, "Whether we have reached collaboration");
    }

    private async Task PracticeAsync(Guid partnership, Guid review, Guid excellent)
    {
        var practice = await api.PostAsync(Head, $"/api/v1/reviews/{review}/practices", new
        {
            findingId = excellent, title = "How do you know?", description = "Pupils ask each other how they know, in every lesson and every subject.", contactRole = "headteacher", occurredOn = On(14, 1),
        });
        await api.PostAsync(ThirdHead, $"/api/v1/reviews/{review}/practices/taken-up", new { practiceId = practice, takenUpBy = Cedars.Urn, occurredOn = On(3, 3) });
        var project = await api.PostAsync(Lead, "/api/v1/projects", new
        {
            partnershipId = partnership, area = "engaging-in-research", question = "Do questions that teachers plan together lead to longer answers?", urns = new[] { Ashdown.Urn, Birchwood.Urn },
            lead = await api.PersonAsync(Head), occurredOn = On(19, 1),
        });
        foreach (var day in new[] { On(27, 1), On(24, 3) })
            await api.PostAsync(Head, $"/api/v1/projects/{project}/cycles", new { kind = "lesson-study", people = new[] { new { role = "teacher", count = 6 } }, occurredOn = day });
        await api.PostAsync(Head, $"/api/v1/projects/{project}/learning", new { what = "Answers grew longer where pupils had a minute to think.", with = new[] { Cedars.Urn }, occurredOn = On(30, 4) });
    }

    private async Task SupportAsync(Guid partnership)
    {
        async Task<Guid> OfferAsync(School school, int quarterDays) => await api.PostAsync(school.Head, "/api/v1/offers", new
        {
            partnershipId = partnership, provider = "school", providerUrn = school.Urn, specialisms = new[] { "curriculum-and-teaching", "achievement" }, quarterDaysPerTerm = quarterDays,
            from = On(5, 1), to = On(20, 7), occurredOn = On(8, 12),
        });
        var (chosen, other) = (await OfferAsync(Cedars, 24), await OfferAsync(Ashdown, 12));
        var request = await api.PostAsync(Head, "/api/v1/support-requests", new
        {
            partnershipId = partnership, urn = Birchwood.Urn, area = "curriculum-and-teaching", wantedOutcome = "Pupils in years 7 and 8 explain their reasoning in mathematics.",
            why = "The review asked how talk in lessons deepens reasoning.", urgency = "next-term", origin = "review-action", headConsents = true, occurredOn = On(9, 12),
        });
        var url = $"/api/v1/support-requests/{request}";
        foreach (var offer in new[] { chosen, other })
        {
            await api.PostAsync(Lead, $"{url}/interests", new { offerId = offer, nature = "none", occurredOn = On(11, 12) });
            await api.PostAsync(Head, $"{url}/interest-assessments", new { offerId = offer, outcome = "clear", occurredOn = On(12, 12) });
            await api.PostAsync(Lead, $"{url}/shortlist", new { offerId = offer, notes = "Knows the phase and the subject.", occurredOn = On(12, 12) });
        }
        await api.PostAsync(Lead, $"{url}/match", new
        {
            offerId = chosen, whyThis = "Has done the same work for three years and has the days.",
            alternatives = new[] { new { offerId = other, whyNot = "Half the days, and hosts its own review next term." } }, occurredOn = On(15, 12),
        });
        await api.PostAsync(Head, $"{url}/match/acceptance", new { occurredOn = On(16, 12) });
    }

    private async Task DecideAsync(Guid partnership)
    {
        var decision = await api.PostAsync(Lead, "/api/v1/decisions", new
        {
            partnershipId = partnership, kind = "stage-progression", direction = "vertical", question = "Has the triad reached collaboration?", urns = Array.Empty<string>(),
            targetStage = "collaboration", body = "board", bodySize = 5, neededBy = On(20, 7), occurredOn = On(15, 6),
        });
        var url = $"/api/v1/decisions/{decision}";
        var entries = (await api.GetAsync(Lead, $"/api/v1/partnerships/{partnership}/timeline?limit=1000"))["entries"]!.AsArray();
        foreach (var (fact, why) in new[]
        {
            ("moral_purpose_agreed", "Criterion C1: every head signed the purpose."), ("protocol_signed", "Criterion C2: head and chair of each school signed the same protocol."),
            ("lead_appointed", "Criterion C3: a lead is in post, with a deputy."), ("report_finalised", "Each school hosted a review and its head answered for accuracy."),
        })
            await api.PostAsync(Lead, $"{url}/citations", new { eventId = entries.First(entry => entry!["fact"]!.GetValue<string>() == fact)!["id"]!.GetValue<Guid>(), why, occurredOn = On(22, 6) });
        await api.PostAsync(Lead, $"{url}/options", new
        {
            text = "Confirm collaboration and look again in a year.", @for = "Three reviews hosted, each answered and released to governors.",
            against = "One workshop and one check-in so far; two schools have still to show their follow-through.", occurredOn = On(22, 6),
        });
        await api.PostAsync(Lead, $"{url}/options", new { text = "Ask for one more term.", @for = "Follow-through could be shown.", against = "Nothing in the criteria for collaboration asks for it.", occurredOn = On(22, 6) });
        var present = new List<object>();
        foreach (var member in Board) present.Add(new { personId = await api.PersonAsync(member), capacity = "board-member" });
        await api.PostAsync(Board[0], $"{url}/make", new
        {
            outcome = "approved", option = 1, reasons = "The purpose and the protocol are owned by all three schools, each has opened its doors, and each head answered for what was written.",
            effectiveFrom = On(1, 7), present, votes = new { @for = 2, against = 0, abstain = 1 }, reviewBy = new DateOnly(year + 2, 6, 30), occurredOn = On(1, 7),
        });
        await api.PostAsync(Lead, $"{url}/communications", new { to = Triad.Select(school => school.Urn), occurredOn = On(3, 7) });
        await api.PostAsync(Board[0], $"/api/v1/partnerships/{partnership}/stage-confirmations", new { stage = "collaboration", decisionId = decision, reviewOn = new DateOnly(year + 2, 7, 1), occurredOn = On(3, 7) });
        await api.PostAsync(Lead, $"{url}/close", new { outcome = "Confirmed and told to all three schools.", occurredOn = On(17, 7) });
    }

    private static async Task<string> SchoolsAsync()
    {
        using var reader = new StreamReader(typeof(Story).Assembly.GetManifestResourceStream($"{typeof(Story).Namespace}.Schools.csv")!, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>A fictional school, the names its head and chair sign in under.</summary>
internal sealed record School(string Urn, string Head, string Chair);
