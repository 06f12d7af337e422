using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Plans as people say it. A school is never coloured red, amber or green: words carry the meaning.</summary>
public static class PlanInWords
{
    public static string Of(Rag rag) => rag switch { Rag.Green => "on track", Rag.Amber => "needs attention", _ => "off track" };

    public static string Of(PlanSource source) => source switch
    {
        PlanSource.Review => "a peer review",
        PlanSource.SelfReview => "the school's self-review",
        _ => "what the partnership wants to reach together",
    };

    public static string Objectives(int count) => count == 1 ? "1 objective" : $"{count} objectives";
}

/// <summary>One plan for its page.</summary>
public sealed record PlanView(PlanAsSeen Plan, string Partnership, SchoolsNamed Schools, PeopleShown People)
{
    /// <summary>The objectives, each by its number; none for a reader outside the ring.</summary>
    public IReadOnlyList<(int Number, ObjectiveAsSeen Objective)> Objectives => [.. (Plan.Inside?.Objectives ?? []).Select((one, at) => (at + 1, one))];

    public IReadOnlyList<ProgressAsSeen> Progress => Plan.Inside?.Progress ?? [];

    public string Title => $"{(Plan.Urn is { } urn ? $"Plan of {Schools[urn]}" : "Shared plan")}, {AcademicYear.InWords(Plan.AcademicYear)}";

    /// <summary>The message of the page: how the last review found the objectives.</summary>
    public string Message => Progress is [.., var last]
        ? $"{last.Ratings.Count(rating => rating.Rag == Rag.Green)} of {PlanInWords.Objectives(last.Ratings.Count)} on track at the last progress review"
        : Plan.Objectives == 0 ? "No objective has been set yet"
        : $"{PlanInWords.Objectives(Plan.Objectives)}, {Plan.Achieved} achieved{(Plan.Inside is null ? "" : ", and no progress review yet")}";

    public string Audience => Plan.Urn is null ? "the headteachers of this partnership and its lead."
        : Plan.Source == PlanSource.Review ? "the headteacher of the school, the headteachers who review with it, and the partnership's lead."
        : "the headteacher of the school and the partnership's lead.";

    public static string NameOf(int number, ObjectiveAsSeen objective) => $"{number}. {objective.Terms.Text?.Value}";

    public string NameOf(ObjectiveId id) => Objectives.Where(one => one.Objective.ObjectiveId == id).Select(one => NameOf(one.Number, one.Objective)).SingleOrDefault() ?? "an objective taken out since";

    /// <summary>Objectives against progress reviews: darker the more help it needs, and in words.</summary>
    public HeatGrid Picture => new([.. Objectives.Select(one => NameOf(one.Number, one.Objective))], [.. Progress.Select(review => When.InWords(review.OccurredOn))], (row, column) =>
        Progress[column].Ratings.FirstOrDefault(rating => rating.ObjectiveId == Objectives[row].Objective.ObjectiveId) is { } rating
            ? new(rating.Rag switch { Rag.Green => 1, Rag.Amber => 2, _ => 3 }, PlanInWords.Of(rating.Rag)) : new(0, null));
}

public static class PlanPageEndpoint
{
    public static Task<PlanAsSeen?> LoadAsync(ImprovementPlan plan, IQuerySession session, Reader reader, CancellationToken token) => ReadPlanEndpoint.LoadAsync(plan, session, reader, token);

    public static Objection? Validate(PlanAsSeen? seen) => ReadPlanEndpoint.Validate(seen);

    /// <summary>A plan: how its objectives stood over time, what each aims at, and what is done for it.</summary>
    [WolverineGet("/plans/{planId}")]
    public static async Task<RazorComponentResult> Get(
        [ReadModel("planId")] ImprovementPlan plan, [NotBody] PlanAsSeen seen, IQuerySession session, IPeople people, Acting acting, CancellationToken token) =>
        new RazorComponentResult<PlanPage>(new
        {
            View = new PlanView(seen, (await ReviewingPartnership.OfAsync(plan.PartnershipId, session, token)).Name,
                await SchoolsNamed.OfAsync([.. (seen.Inside?.Objectives ?? []).SelectMany(one => one.OwnerUrns), .. new[] { seen.Urn, plan.Opened.Urn }.OfType<Urn>()], session, token),
                await people.ShowAsync([.. (seen.Inside?.Progress ?? []).SelectMany(review => review.ByPersons)], [plan.PartnershipId], acting, token)),
        });
}

public static class PlansPageEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, Acting acting) => partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown();

    /// <summary>The plans of a partnership and its schools, or of one school in it, and how far each has come.</summary>
    [WolverineGet("/partnerships/{partnershipId}/plans")]
    public static async Task<RazorComponentResult> Get(PartnershipId partnershipId, Urn? urn, [NotBody] ReviewingPartnership partnership, IQuerySession session, CancellationToken token)
    {
        var plans = await PlanLine.AllAsync(partnershipId, urn, null, session, token);
        return new RazorComponentResult<PlansPage>(new
        {
            Id = partnershipId, partnership.Name, Plans = plans, Of = urn, Schools = await SchoolsNamed.OfAsync(plans.Select(plan => plan.Urn).Append(urn).OfType<Urn>(), session, token),
        });
    }
}
