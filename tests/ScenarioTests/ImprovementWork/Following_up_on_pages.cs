using System.Net;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.FollowingUp;
using static EssexImprovement.Tests.OnPages;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>What comes before and after a visit, recorded page by page: planning, timetable and data; corrections; workshop, check-in, quality, practice and closing.</summary>
public sealed class Following_up_on_pages(App app) : IClassFixture<App>
{
    private static (string, string)[] On(string name, DateOnly day) => [(name + "Day", $"{day.Day}"), (name + "Month", $"{day.Month}"), (name + "Year", $"{day.Year}")];

    private Task<Shown> OpenAsync(string name, string url) => new Visitor(app, name).Open(url);

    [Fact]
    public async Task a_review_is_planned_with_its_timetable_and_its_data_put_off_and_cancelled()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990601), new(990602), new(990603), "lead-601");
        await app.TrainAChampionAsync(review, new(990602), "champion-601");
        var url = $"/partnerships/{review.PartnershipId}/reviews/plan";
        (await OpenAsync(review.HostHead, url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await OpenAsync("stranger", url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await OpenAsync(review.Lead, $"/partnerships/{review.PartnershipId}/reviews")).Html.ShouldContain(url);
        var lead = new Visitor(app, review.Lead);
        (string, string)[] plan = [("hostUrn", "990601"), ("model", "LocalTriad"), .. On("plannedFrom", Ago(-29)), .. On("plannedTo", Ago(-30))];
        var uninvited = await CheckAsync(lead, url, [.. plan, ("invitedBy", "no")]);
        uninvited.Errors.ShouldBe("Ask the head of that school first: a review begins with their invitation");
        var backwards = await CheckAsync(lead, url, [("hostUrn", "990601"), ("model", "LocalTriad"), ("invitedBy", "yes"), .. On("plannedFrom", Ago(-30)), .. On("plannedTo", Ago(-29))]);
        backwards.Errors.ShouldStartWith("The visit cannot end before it begins, on ");
        var saturday = Today.AddDays(13 - (int)Today.DayOfWeek);
        (await CheckAsync(lead, url, [("hostUrn", "990601"), ("model", "LocalTriad"), ("invitedBy", "yes"), .. On("plannedFrom", saturday), .. On("plannedTo", saturday.AddDays(1))]))
            .Text.ShouldContain($"schools are closed on {Shell.When.Weekday(saturday)} and {Shell.When.Weekday(saturday.AddDays(1))}. Change the days");
        var check = await CheckAsync(lead, url, [.. plan, ("invitedBy", "yes")]);
        check.Heading.ShouldBe("Check your answers", check.Text);
        var sent = await lead.Send(check, url, [.. Fields(check), ("go", "confirm")]);
        var again = await lead.Send(check, url, [.. Fields(check), ("go", "confirm")]);
        (sent.Status, again.Location).ShouldBe((HttpStatusCode.Redirect, sent.Location));
        (await lead.Open(sent.Location!)).Heading.ShouldBe("Plan a review: done");
        var planned = (await app.As(review.Lead).Get($"/api/v1/reviews?partnershipId={review.PartnershipId}")).Done().Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        planned["round"]!.GetValue<int>().ShouldBe(1);
        review.Is(new(planned["id"]!.GetValue<Guid>()));

        (await app.RecordAsync(review, review.Lead, "timetable", ("champions", $"{App.Person("champion-601")}"))).Heading.ShouldBe("Publish the timetable: done");
        var timetable = (await app.EventsAsync(review)).Select(e => e.Data).OfType<TimetablePublished>().Single();
        (timetable.VisitFrom, timetable.Champions).ShouldSatisfyAllConditions(told => told.VisitFrom.ShouldBe(Ago(-29)), told => told.Champions.ShouldBe([App.Person("champion-601")]));
        (timetable.DataSharingBy < timetable.VisitFrom, timetable.WorkshopBy > timetable.VisitTo, timetable.CheckInOn > timetable.WorkshopBy).ShouldBe((true, true, true));

        var head = await OpenAsync(review.HostHead, Url(review));
        head.Text.ShouldContain("Put the visit off If it is needed");
        await app.RecordAsync(review, review.HostHead, "postponement", [.. On("plannedFrom", Ago(-40)), .. On("plannedTo", Ago(-40)), ("reason", "The roof leaks.")]);
        await app.RecordAsync(review, review.HostHead, "cancellation", ("reason", "No day was found."));
        var page = await OpenAsync(review.HostHead, $"/reviews/{review.Id}");
        page.Text.ShouldContain("The roof leaks.");
        page.Text.ShouldContain("No day was found.");
    }

    [Fact]
    public async Task what_was_shared_and_what_was_put_right_stands_in_the_record_of_the_review()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990604), new(990605), new(990606), "lead-604");
        await review.PlannedAsync();
        await review.ScopedAsync();
        await review.TeamConfirmedAsync("facilitator");
        await review.ProtocolConfirmedAsync();
        await review.StaffBriefedAsync();
        await app.RecordAsync(review, review.HostHead, "data", ("kind", "Survey"), ("title", "Staff survey"), ("contentHash", new string('a', 64)), ("ring", "ReviewTeam"));
        (string, string)[] all = [("reviewersPresent", $"{App.Person(review.LeadReviewer)}"), ("reviewersPresent", $"{App.Person(review.Reviewer)}"), ("reviewersPresent", $"{App.Person("facilitator")}")];
        await app.RecordAsync(review, review.LeadReviewer, "visit-start", all);
        await app.RecordAsync(review, review.Reviewer, "evidence", ("kind", "LearningWalk"), ("line", "1"), ("whatWasSeen", "Two of three asked why."), ("jointWithHost", "yes"), ("peopleCount", ""));
        await app.RecordAsync(review, review.Reviewer, "evidence", ("kind", "PupilVoice"), ("line", "1"), ("whatWasSeen", "They were asked."), ("jointWithHost", "no"), ("peopleCount", ""));
        var evidence = (await app.EventsAsync(review)).Select(e => e.Data).OfType<EvidenceRecorded>().ToList();
        await app.RecordAsync(review, review.LeadReviewer, "finding", [("kind", "ToDevelop"), ("line", "1"), ("statement", "Pupils explain a little."), .. evidence.Select(item => ("evidenceIds", $"{item.EvidenceId}")), ("hostView", "Agreed"), ("hostComment", "")]);
        var finding = (await app.EventsAsync(review)).Select(e => e.Data).OfType<FindingAgreed>().Single().FindingId;
        (await CheckAsync(new Visitor(app, review.HostHead), Url(review, "host-view"), ("findingId", $"{finding}"))).Text.ShouldContain("It says now: agreed");

        (await OpenAsync(review.LeadReviewer, Url(review, "evidence-correction"))).Status.ShouldBe(HttpStatusCode.Forbidden, "the lead reviewer recorded none of it");
        await app.RecordAsync(review, review.Reviewer, "evidence-correction", ("evidenceId", $"{evidence[0].EvidenceId}"), ("now", "Three of three asked why."), ("reason", "I counted again."));
        var resting = await CheckAsync(new Visitor(app, review.Reviewer), Url(review, "evidence-withdrawal"), ("evidenceId", $"{evidence[0].EvidenceId}"), ("reason", "Twice."));
        resting.Errors.ShouldContain("(IMP-10)");
        await app.RecordAsync(review, review.LeadReviewer, "finding-correction", ("findingId", $"{finding}"), ("now", "Pupils explain in pairs."), ("reason", "So we agreed."));
        await app.RecordAsync(review, review.LeadReviewer, "finding-withdrawal", ("findingId", $"{finding}"), ("reason", "It rests on too little."));
        await app.RecordAsync(review, review.Reviewer, "evidence-withdrawal", ("evidenceId", $"{evidence[1].EvidenceId}"), ("reason", "It was another school."));
        await app.RecordAsync(review, review.Lead, "difficult-conversation", ("participantsHeadteacher", "1"), ("participantsLeadReviewer", "1"));
        await app.RecordAsync(review, review.Reviewer, "safeguarding-referral", ("to", "Headteacher"), ("acknowledged", "yes"));

        var page = await OpenAsync(review.HostHead, $"/reviews/{review.Id}");
        foreach (var words in new[] { "Two of three asked why.", "Three of three asked why.", "I counted again.", "Pupils explain in pairs.", "It rests on too little.", "Evidence withdrawn", "1 × headteacher, 1 × lead reviewer" })
            page.Text.ShouldContain(words);
        var chair = await OpenAsync(review.HostChair, $"/reviews/{review.Id}");
        chair.Text.ShouldContain("1 × headteacher");
        chair.Text.ShouldNotContain("asked why");
        var corrections = (await app.As(review.HostHead).Get(review.Url)).Done().Json["inside"]!["corrections"]!.AsArray();
        corrections.Select(one => (one!["was"]?.ToString(), one["now"]?.ToString(), one["withdrawn"]!.GetValue<bool>())).ShouldBe(
            [("Two of three asked why.", "Three of three asked why.", false), (null, null, true), ("Pupils explain a little.", "Pupils explain in pairs.", false), (null, null, true)]);
        (await app.EventsAsync(review)).Select(e => e.Data).OfType<PreReviewDataShared>().Single().Items.Single().Title.Value.ShouldBe("Staff survey");
    }

    [Fact]
    public async Task a_final_review_is_followed_up_to_its_closing()
    {
        var review = await ReviewThroughTheApi.InATriadAsync(app, new(990607), new(990608), new(990609), "lead-607");
        await app.TrainAChampionAsync(review, new(990608), "champion-607");
        await review.ToFinalAsync();
        (await OpenAsync(review.Lead, Url(review))).Text.ShouldContain("Close the review A review is closed after its workshop and a check-in. Without them it is closed as one without follow-up, which says why. Cannot start yet");
        (string, string)[] champion = [("champions", $"{App.Person("champion-607")}")];
        await app.RecordAsync(review, review.HostHead, "workshop-plan", [.. champion, .. On("plannedOn", Today)]);
        var finding = (await app.EventsAsync(review)).Select(e => e.Data).OfType<FindingAgreed>().First().FindingId;
        await app.RecordAsync(review, review.HostHead, "workshop", [.. champion, ("attendanceTeacher", "6"), ("attendanceMiddleLeader", "2"), ("prioritiesChosen", $"{finding}"), ("hypotheses", "Talk first.\nThen write."), ("researchRefs", "https://example.org/talk")]);
        var held = (await app.WorkshopOfAsync(review.Id)).Select(e => e.Data).OfType<WorkshopHeld>().ShouldHaveSingleItem();
        held.Attendance.ShouldBe([new(StaffRole.MiddleLeader, 2), new(StaffRole.Teacher, 6)]);
        held.Hypotheses.Select(text => text.Value).ShouldBe(["Talk first.", "Then write."]);
        (await OpenAsync(review.HostHead, Url(review))).Text.ShouldContain("Record the workshop Completed");

        var early = await OpenAsync(review.LeadReviewer, Url(review));
        early.Text.ShouldContain("Record a check-in A check-in is held from");

        (string, string)[] principles = [.. Enum.GetValues<PeerReviewPrinciple>().SelectMany(principle => new[] { ($"principle{principle}", "Yes"), ($"principle{principle}Because", "Both of us said so.") }), ("strengthenNext", "ActionFocused")];
        (await OpenAsync(review.Reviewer, Url(review, "quality-view"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var silent = await CheckAsync(new Visitor(app, review.HostHead), Url(review, "quality-view"), ("principleBetterOutcomesForAll", "Yes"), ("principleBetterOutcomesForAllBecause", ""));
        silent.Errors.ShouldBe("Say it in words, too");
        await app.RecordAsync(review, review.HostHead, "quality-view", principles);
        (await OpenAsync(review.LeadReviewer, Url(review))).Text.ShouldContain("Both sides say first what they think of it");
        await app.RecordAsync(review, review.LeadReviewer, "quality-view", principles);
        (await OpenAsync(review.HostHead, Url(review, "quality"))).Text.ShouldContain("What the lead reviewer says");
        await app.RecordAsync(review, review.HostHead, "quality", principles);
        (await app.EventsAsync(review)).Select(e => e.Data).OfType<QualityChecked>().Single().StrengthenNext.ShouldBe(PeerReviewPrinciple.ActionFocused);

        var over = await app.RecordAsync(review, review.Lead, "closing-without-follow-up", ("why", "The school closes."));
        over.Heading.ShouldBe("Close the review without follow-up: done");
        var page = await OpenAsync(review.HostHead, $"/reviews/{review.Id}");
        page.Text.ShouldContain("without follow-up: The school closes.");
        page.Text.ShouldContain("2 × middle leader, 6 × teacher");
        (await OpenAsync(review.HostChair, $"/reviews/{review.Id}")).Text.ShouldNotContain("The school closes.");
    }
}
