using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.OnPages;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>The same review as through the API, recorded page by page by whom each step falls to.</summary>
public sealed class Recording_on_pages(App app) : IClassFixture<App>
{
    private static int _schools = 990300;

    private async Task<ReviewThroughTheApi> AReviewAsync(Func<ReviewThroughTheApi, Task> upTo)
    {
        var first = Interlocked.Add(ref _schools, 3);
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(first), new(first + 1), new(first + 2), $"lead-{first}");
        await review.SelfReviewedAsync();
        await review.PlannedAsync();
        await upTo(review);
        return review;
    }

    private static async Task OnTheVisit(ReviewThroughTheApi review)
    {
        await review.ScopedAsync();
        await review.TeamConfirmedAsync("facilitator");
        await review.ProtocolConfirmedAsync();
        await review.StaffBriefedAsync();
    }

    [Fact]
    public async Task a_day_of_a_visit_with_the_same_decisions_as_the_API()
    {
        var review = await AReviewAsync(OnTheVisit);
        var (second, third) = (review.LeadReviewer, review.Reviewer);
        (await app.RecordAsync(review, second, "visit-start", ("reviewersPresent", $"{App.Person(second)}"), ("reviewersPresent", $"{App.Person(third)}"), ("reviewersPresent", $"{App.Person("facilitator")}"))).Heading.ShouldBe("Start the visit: done");
        var walk = await app.RecordAsync(review, third, "evidence", ("kind", "LearningWalk"), ("line", "1"), ("whatWasSeen", "Pupils asked\neach other why."), ("jointWithHost", "yes"), ("peopleCount", "24"));
        walk.Text.ShouldContain("Record evidence again");
        await app.RecordAsync(review, third, "evidence", ("kind", "PupilVoice"), ("line", "2"), ("whatWasSeen", "They like to be asked."), ("jointWithHost", "no"), ("peopleCount", ""));
        await app.RecordAsync(review, second, "visit-end");
        var evidence = (await app.EventsAsync(review)).Select(e => e.Data).OfType<EvidenceRecorded>().ToList();
        evidence[0].ShouldSatisfyAllConditions(
            fact => fact.WhatWasSeen.Value.ShouldBe("Pupils asked\neach other why."), fact => fact.ByPerson.ShouldBe(App.Person(third)), fact => fact.PeopleCount.ShouldBe(24), fact => fact.OccurredOn.ShouldBe(Today));
        await app.RecordAsync(review, second, "finding", ("kind", "Strength"), ("line", "1"), ("statement", "Pupils reason aloud."), ("evidenceIds", $"{evidence[0].EvidenceId}"), ("evidenceIds", $"{evidence[1].EvidenceId}"),
            ("hostView", "Agreed"), ("hostComment", ""));
        await app.RecordAsync(review, second, "feedback", ("toRoles", "Headteacher"), ("withStaff", "no"));
        await app.RecordAsync(review, second, "draft", ("report", "What we saw."));
        var wrong = await CheckAsync(new Visitor(app, review.HostHead), Url(review, "accuracy"), ("accurate", "no"), ("points", ""));
        (wrong.Errors, wrong.Text.Contains("What is not accurate? (optional)", StringComparison.Ordinal)).ShouldBe(("Enter an answer", false));
        await app.RecordAsync(review, review.HostHead, "accuracy", ("accurate", "no"), ("points", "It had one day.\nWe were three."));
        foreach (var url in new[] { Url(review, "draft"), $"/reviews/{review.Id}" })
            (await new Visitor(app, second).Open(url)).Text.ShouldContain("What the host head found not accurate in draft 1", customMessage: url);
        (await new Visitor(app, second).Open($"/reviews/{review.Id}")).Text.ShouldContain("We were three.");
        (await new Visitor(app, review.HostChair).Open($"/reviews/{review.Id}")).Text.ShouldNotContain("We were three.");
        await app.RecordAsync(review, second, "draft", ("report", "What we saw together."));
        (await new Visitor(app, review.HostHead).Open("/reviews/mine")).Html.ShouldContain($"{Url(review, "accuracy")}\"");
        var draft = await new Visitor(app, review.HostHead).Open(Url(review, "accuracy"));
        draft.Text.ShouldContain("What we saw together.");
        await app.RecordAsync(review, review.HostHead, "accuracy", ("accurate", "yes"), ("points", ""));
        await app.RecordAsync(review, review.Lead, "final");
        (await new Visitor(app, review.HostHead).Open("/reviews/mine")).Text.ShouldContain("Decide who may see the report on ");
        var list = await new Visitor(app, review.HostHead).Open(Url(review));
        list.Text.ShouldContain("Let somebody see the report Not yet started");
        (await new Visitor(app, review.Lead).Open(Url(review))).Text.ShouldContain("Publish the timetable The report is final; nothing is added to this review. Closed");
        var last = (await app.EventsAsync(review))[^1];
        last.Data.ShouldBeOfType<ReportFinalised>();
        (last.Headers!["command"].ToString(), last.Headers["source"].ToString(), last.Headers["capacity"].ToString()).ShouldBe(("FinaliseReport", "Page", "PartnershipLead"));
    }

    [Fact]
    public async Task before_the_visit_from_the_enquiry_to_the_confirmed_team()
    {
        var review = await AReviewAsync(_ => Task.CompletedTask);
        var lead = new Visitor(app, review.Lead);
        (await lead.Open(Url(review))).Text.ShouldContain("Declare an interest Nobody has been proposed for the team yet. Cannot start yet");
        await app.RecordAsync(review, review.HostHead, "enquiry", ("question", "How do pupils explain?"), ("area", "CurriculumAndTeaching"), ("linesOfEnquiry", "In lessons\nIn books"), ("whyNow", "New course."), ("hopedForChange", ""));
        foreach (var (name, role, urn) in new[] { (review.LeadReviewer, "Lead", review.LeadReviewer["head-".Length..]), (review.Reviewer, "Reviewer", review.Reviewer["head-".Length..]) })
        {
            var (day, month, year) = ($"{Ago(300).Day}", $"{Ago(300).Month}", $"{Ago(300).Year}");
            await app.RecordAsync(review, review.Lead, "team-member", ("role", role), ("personId", $"{App.Person(name)}"), ("otherPerson", ""), ("homeUrn", urn), ("trainedOnDay", day), ("trainedOnMonth", month), ("trainedOnYear", year));
            (await new Visitor(app, name).Open("/reviews/mine")).Html.ShouldContain($"{Url(review, "interest")}\"");
            await app.RecordAsync(review, name, "interest", ("nature", "None"), ("text", ""));
            (await new Visitor(app, name).Open("/reviews/mine")).Html.ShouldNotContain($"{Url(review, "interest")}\"");
            (await lead.Open("/reviews/mine")).Text.ShouldContain("Weigh what was declared for the review of ");
            (await lead.Open(Url(review))).Text.ShouldContain(role == "Lead" ? "At least two peers review." : $"still to be weighed by the partnership's lead or the head of School {review.HostHead["head-".Length..]}.");
            await app.RecordAsync(review, review.Lead, "interest-assessment", ("personId", $"{App.Person(name)}"), ("outcome", "ClearWithSafeguards"), ("safeguards", "Not in lessons of a friend."));
        }
        (await lead.Open(Url(review, "interest-assessment"))).Text.ShouldContain("There is nothing to choose from now.");
        (string, string)[] unknown = [("role", "Reviewer"), ("personId", "other"), ("otherPerson", $"{App.Person("mistyped")}"), ("homeUrn", review.Reviewer["head-".Length..])];
        (await CheckAsync(lead, Url(review, "team-member"), unknown)).Text.ShouldContain("Check the reference with them before you confirm.");
        (await CheckAsync(lead, Url(review, "team-member"), ("role", "Reviewer"), ("personId", $"{App.Person(review.Reviewer)}"), ("otherPerson", ""), ("homeUrn", review.LeadReviewer["head-".Length..]), ("trainedOn", "")))
            .Errors.ShouldBe("This person heads another school than the one named as theirs. (IMP-3)");
        // Somebody who may not review was proposed as well: whoever is fit without them is confirmed.
        await app.RecordAsync(review, review.Lead, "team-member", ("role", "Reviewer"), ("personId", "other"), ("otherPerson", $"{App.Person("long-ago")}"), ("homeUrn", review.Reviewer["head-".Length..]),
            ("trainedOnDay", "1"), ("trainedOnMonth", "1"), ("trainedOnYear", "2010"));
        (await lead.Open(Url(review))).Html.ShouldContain($"{Url(review, "team")}\"");
        await app.RecordAsync(review, review.Lead, "team", ("members", $"{App.Person(review.LeadReviewer)}"), ("members", $"{App.Person(review.Reviewer)}"));
        await app.RecordAsync(review, review.HostHead, "protocol", ("safeguardingUnderstood", "yes"), ("staffBriefedOnDay", ""), ("staffBriefedOnMonth", ""), ("staffBriefedOnYear", ""));
        await app.RecordAsync(review, review.HostHead, "staff-briefing");
        (await new Visitor(app, review.Lead).Open(Url(review))).Text.ShouldContain("In the first round of a triad each visit has a facilitator from outside, who has come.");
        (await app.EventsAsync(review)).Select(e => e.Data).OfType<TeamConfirmed>().Single().Lead.ShouldBe(App.Person(review.LeadReviewer));
    }

    [Fact]
    public async Task pressed_twice_it_is_recorded_once()
    {
        var review = await AReviewAsync(OnTheVisit);
        var (visitor, url) = (new Visitor(app, review.LeadReviewer), Url(review, "visit-start"));
        var check = await CheckAsync(visitor, url, ("reviewersPresent", $"{App.Person(review.LeadReviewer)}"), ("reviewersPresent", $"{App.Person(review.Reviewer)}"), ("reviewersPresent", $"{App.Person("facilitator")}"));
        var first = await visitor.Send(check, url, [.. Fields(check), ("go", "confirm")]);
        var again = await visitor.Send(check, url, [.. Fields(check), ("go", "confirm")]);
        again.Location.ShouldBe(first.Location);
        (await app.EventsAsync(review)).Count(e => e.Data is VisitStarted).ShouldBe(1);
    }

    [Fact]
    public async Task a_rule_leads_back_to_the_question_it_is_about_and_keeps_the_answers()
    {
        var review = await AReviewAsync(OnTheVisit);
        await app.RecordAsync(review, review.LeadReviewer, "visit-start", ("reviewersPresent", $"{App.Person(review.LeadReviewer)}"), ("reviewersPresent", $"{App.Person(review.Reviewer)}"), ("reviewersPresent", $"{App.Person("facilitator")}"));
        var before = (await app.EventsAsync(review)).Count;
        var (visitor, url) = (new Visitor(app, review.Reviewer), Url(review, "evidence"));
        var page = await CheckAsync(visitor, url, ("kind", "LearningWalk"), ("line", "1"), ("whatWasSeen", "Mrs Example asked why."), ("jointWithHost", "yes"), ("peopleCount", ""));
        (page.Status, page.Errors).ShouldBe((HttpStatusCode.UnprocessableEntity, "What a review writes names nobody. Say what role they have. (IMP-10)"));
        page.Html.ShouldContain("Mrs Example asked why.");
        var check = await visitor.Send(page, url, [.. Fields(page), ("go", "next"), ("whatWasSeen", "Somebody asked why.")]);
        check.Text.ShouldContain("Learning walk");
        check.Text.ShouldContain("A mistake is put right by recording a correction beside it.");
        check.Text.ShouldContain("Somebody asked why.");
        (await app.EventsAsync(review)).Count.ShouldBe(before, "checking records nothing");
    }

    [Fact]
    public async Task XCT_5_and_XCT_7_are_asked_as_questions()
    {
        var review = await AReviewAsync(_ => Task.CompletedTask);
        var (visitor, url) = (new Visitor(app, review.HostHead), Url(review, "enquiry"));
        (await CheckAsync(visitor, url, ("question", "Are they safe?"), ("area", "SafeguardingReferOnly"))).Errors.ShouldBe("Choose from the list");
        var page = await CheckAsync(visitor, url, ("question", "Shall we ring 01245 000 123?"), ("area", "Inclusion"), ("linesOfEnquiry", "One"), ("whyNow", "Now."), ("hopedForChange", ""));
        page.Text.ShouldContain("Why does it have to stand there?");
        page.Text.ShouldContain("a telephone number, in your answer to \u201cWhat does the school want to find out?\u201d.");
        var check = await visitor.Send(page, url, [.. Fields(page), ("go", "next"), ("Personal-Data-Confirmed", "PublishedContact")]);
        check.Heading.ShouldBe("Check your answers");
        (await visitor.Send(check, url, [.. Fields(check), ("go", "confirm")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.EventsAsync(review))[^1].Headers!["personalDataReason"].ToString().ShouldBe("PublishedContact");

        var staff = Url(review, "staff-briefing");
        check = await visitor.Open(staff);
        (check.Text.Contains("What is recorded stays.", StringComparison.Ordinal), check.Text.Contains("correction", StringComparison.Ordinal)).ShouldBe((true, false));
        var change = await visitor.Send(check, staff, [.. Fields(check), ("go", "change:occurredOn")]);
        var late = Ago(40);
        var asked = await visitor.Send(change, staff, [.. Fields(change), ("go", "next"), ("occurredOnDay", $"{late.Day}"), ("occurredOnMonth", $"{late.Month}"), ("occurredOnYear", $"{late.Year}")]);
        asked.Text.ShouldContain("Why is it recorded so late?");
        (await visitor.Send(asked, staff, [.. Fields(asked), ("go", "next"), ("Lateness-Reason", "Overlooked")])).Errors.ShouldContain("Staff are briefed once the review is planned.");
    }

    [Fact]
    public async Task somebody_who_lost_a_race_keeps_their_answers()
    {
        var review = await AReviewAsync(OnTheVisit);
        await app.RecordAsync(review, review.LeadReviewer, "visit-start", ("reviewersPresent", $"{App.Person(review.LeadReviewer)}"), ("reviewersPresent", $"{App.Person(review.Reviewer)}"), ("reviewersPresent", $"{App.Person("facilitator")}"));
        var url = Url(review, "evidence");
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(async at =>
        {
            var visitor = new Visitor(app, review.Reviewer);
            var check = await CheckAsync(visitor, url, ("kind", "LearningWalk"), ("line", "1"), ("whatWasSeen", $"Seen {at}."), ("jointWithHost", "yes"), ("peopleCount", ""));
            return (Check: check, Visitor: visitor, At: at);
        }));
        var answers = await Task.WhenAll(sent.Select(one => one.Visitor.Send(one.Check, url, [.. Fields(one.Check), ("go", "confirm")])));
        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe((await app.EventsAsync(review)).Count(e => e.Data is EvidenceRecorded));
        foreach (var (answer, at) in answers.Select((answer, at) => (answer, at)).Where(one => one.answer.Status != HttpStatusCode.Redirect))
        {
            answer.Status.ShouldBe(HttpStatusCode.Conflict);
            answer.Errors.ShouldContain("your answers are still here");
            answer.Text.ShouldContain($"Seen {at}.");
        }
    }

    [Fact]
    public async Task a_task_is_for_whom_it_is()
    {
        var review = await AReviewAsync(OnTheVisit);
        var reviewer = new Visitor(app, review.Reviewer);
        (await reviewer.Open(Url(review, "visit-start"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var list = await reviewer.Open(Url(review));
        list.Text.ShouldContain("This is for the partnership's lead or the lead reviewer.");
        (await reviewer.Send(new(HttpStatusCode.OK, "", null), Url(review, "visit-start"), ("go", "confirm"), ("reference", $"{Guid.NewGuid()}"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without the token against forgery");
        (await reviewer.Send(await reviewer.Open("/me"), Url(review, "visit-start"), ("go", "confirm"), ("reference", $"{Guid.NewGuid()}"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reviewer.Open(Url(review, "tea"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var stranger = new Visitor(app, "stranger");
        foreach (var url in new[] { Url(review), Url(review, "visit-start"), $"/reviews/{ReviewId.New()}/record" }) (await stranger.Open(url)).Status.ShouldBe(HttpStatusCode.NotFound, url);
        (await new Visitor(app, null).Open(Url(review))).Location.ShouldNotBeNull().ShouldContain("sign-in");
        var chair = new Visitor(app, review.HostChair);
        (await chair.Open(Url(review))).Text.ShouldNotContain("quokka");
    }

    [Fact]
    public async Task a_character_that_cannot_be_kept_is_refused_in_words()
    {
        var review = await AReviewAsync(_ => Task.CompletedTask);
        var (visitor, url) = (new Visitor(app, review.HostHead), Url(review, "enquiry"));
        var page = await visitor.Open(url);
        (await visitor.Send(page, url, [.. Fields(page), ("go", "next"), ("question", "What\0now?")])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
