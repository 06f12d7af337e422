namespace EssexImprovement.Demonstration;

/// <summary>What a school makes of its review: a workshop, a plan whose progress is looked at each term, and a check-in with a peer. Fictional, as everything here is.</summary>
internal sealed class FollowUpStory(Api api, Guid partnership, Guid review, IReadOnlyList<Guid> findings, School host, School peer, string champion, Func<int, int, DateOnly> on)
{
    private readonly string url = $"/api/v1/reviews/{review}";

    public async Task TellAsync()
    {
        // By hand and not by the workshop, which would open it a moment later by itself.
        var plan = await api.PostAsync(host.Head, "/api/v1/plans", new { partnershipId = partnership, academicYear = on(1, 9).Year, urn = host.Urn, reviewId = review, occurredOn = on(20, 11) });
        await api.PostAsync(host.Head, $"{url}/workshop", new
        {
            champions = new[] { new { personId = await api.PersonAsync(champion), homeUrn = peer.Urn } },
            attendance = new[] { new { role = "senior-leader", count = 1 }, new { role = "middle-leader", count = 3 }, new { role = "teacher", count = 8 } }, prioritiesChosen = new[] { findings[1], findings[2] },
            hypotheses = new[] { "Departments that share one hour a week plan questions together; the others have no hour to share." }, researchRefs = new[] { "https://educationendowmentfoundation.org.uk/education-evidence/guidance-reports" },
            occurredOn = on(27, 11),
        });
        var planning = await ObjectiveAsync(plan, findings[1], "Every department plans its questions together.", "Four of nine departments do.", "All nine do.", "departments-planning-together", "P1");
        var reasoning = await ObjectiveAsync(plan, findings[2], "Written reasoning grows in every year group.", "It grew in four of six books.", "It grows in every book looked at.", "written-reasoning", null);
        await api.PostAsync(host.Head, $"{url}/workshop/actions", new { planId = plan, objectiveIds = new[] { planning, reasoning }, occurredOn = on(2, 12) });
        var hour = await ActionAsync(plan, planning, "Give every department one shared hour a week.", on(5, 1));
        await ActionAsync(plan, planning, "Visit a department of another school that plans together.", on(31, 3));
        var books = await ActionAsync(plan, reasoning, "Look at six books of each year group every half-term.", on(10, 2));
        await DoneAsync(plan, planning, hour, on(5, 1));
        await RatedAsync(plan, on(22, 1), on(24, 4), "needs-attention", (planning, "amber", "Six of nine departments have the hour."), (reasoning, "red", "No book has been looked at since the visit."));
        await DoneAsync(plan, reasoning, books, on(9, 2));
        await api.PostAsync(peer.Head, $"{url}/check-ins", new
        {
            by = await api.PersonAsync(peer.Head), occurredOn = on(10, 2), helpNeeded = "Somebody who has led this in a large department.",
            whatChanged = new[] { new { findingId = findings[0], level = "making-difference" }, new { findingId = findings[1], level = "in-practice" }, new { findingId = findings[2], level = "started" } },
        });
        await api.PostAsync(host.Head, $"/api/v1/plans/{plan}/objectives/revisions", new
        {
            objectiveId = reasoning, now = Terms("Written reasoning grows in every year group.", "It grew in four of six books.", "It grows in five of six books of each year group.", "written-reasoning"),
            why = "Every book was more than anybody could look at.", occurredOn = on(12, 2),
        });
        await RatedAsync(plan, on(24, 4), on(30, 6), "on-course", (planning, "green", "Eight of nine departments plan together."), (reasoning, "amber", "Year 9 lags behind."));
        await RatedAsync(plan, on(30, 6), null, "on-course", (planning, "green", "All nine plan together."), (reasoning, "green", "Five of six books in every year group."));
        await api.PostAsync(host.Head, $"/api/v1/plans/{plan}/objectives/achieved", new
        {
            objectiveId = planning, evidence = new[] { new { what = "The timetable and the minutes of nine departments.", datedOn = on(26, 6) } }, occurredOn = on(2, 7),
        });
    }

    private object Terms(string text, string baseline, string target, string measureId) => new { text, baseline, target, measureId, due = on(17, 7) };

    private Task<Guid> ObjectiveAsync(Guid plan, Guid findingId, string text, string baseline, string target, string measure, string? purposeClauseId) => api.PostAsync(host.Head, $"/api/v1/plans/{plan}/objectives", new
    {
        terms = Terms(text, baseline, target, measure), ownerRole = "senior-leader", ownerUrns = new[] { host.Urn }, area = "curriculum-and-teaching", purposeClauseId, findingId, occurredOn = on(2, 12),
    });

    private Task<Guid> ActionAsync(Guid plan, Guid objectiveId, string text, DateOnly due) =>
        api.PostAsync(host.Head, $"/api/v1/plans/{plan}/actions", new { objectiveId, text, ownerRole = "middle-leader", due, occurredOn = on(2, 12) });

    private async Task DoneAsync(Guid plan, Guid objectiveId, Guid actionId, DateOnly day) => await api.PostAsync(host.Head, $"/api/v1/plans/{plan}/actions/done", new { objectiveId, actionId, occurredOn = day });

    private async Task RatedAsync(Guid plan, DateOnly day, DateOnly? nextOn, string overall, params (Guid ObjectiveId, string Rag, string Details)[] ratings) => await api.PostAsync(host.Head, $"/api/v1/plans/{plan}/progress-reviews", new
    {
        byPersons = new[] { await api.PersonAsync(host.Head) }, ratings = ratings.Select(rating => new { objectiveId = rating.ObjectiveId, rag = rating.Rag, details = rating.Details }), overall, nextOn, occurredOn = day,
    });
}
