using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.History;

/// <summary>One line of the ledger of give and take.</summary>
/// <param name="Urn">The school.</param>
/// <param name="Name">What the register calls it.</param>
/// <param name="CountedTo">The school that took its place and to which these figures are counted too; null for a school that goes on under its own URN.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Contributed">What it gave and took; with what the schools before it did under their own URNs.</param>
public sealed record GiveAndTakeLine(Urn Urn, string Name, Urn? CountedTo, int AcademicYear, Contributed Contributed);

/// <summary>How often one school reviewed another.</summary>
/// <param name="Reviewing">The school that reviewed; of several that took each other's place, the last.</param>
/// <param name="ReviewingName">What the register calls it.</param>
/// <param name="Host">The school that was reviewed.</param>
/// <param name="HostName">What the register calls it.</param>
/// <param name="Visits">On how many visits.</param>
/// <param name="QuarterDays">For how many quarter days, all its reviewers together.</param>
public sealed record ReciprocityLine(Urn Reviewing, string ReviewingName, Urn Host, string HostName, int Visits, int QuarterDays);

/// <summary>The ledger of give and take, by school name and year: commitment and contribution, never a ranking.</summary>
public sealed record GiveAndTakeLedger(PartnershipId PartnershipId, AsOf AsOf, IReadOnlyList<GiveAndTakeLine> Items);

/// <summary>Who reviewed whom, by name of the reviewing school and of the host; pairs that never met are left out.</summary>
public sealed record ReciprocityMatrix(PartnershipId PartnershipId, AsOf AsOf, IReadOnlyList<ReciprocityLine> Items);

/// <summary>Give and take as one reader asks for it.</summary>
public sealed record GiveAndTakeView(GiveAndTake Whole, int? Year, SchoolNames Names, long Sequence)
{
    /// <summary>Academic years in which anything was given or taken, the earliest first.</summary>
    public IEnumerable<int> Years => Whole.Contributions.Select(part => part.AcademicYear).Distinct().Order();

    /// <summary>Every school that belonged or took part, by name.</summary>
    public IReadOnlyList<Urn> Schools => [.. Whole.Members.Select(member => member.Urn).Concat(Whole.Contributions.Select(part => part.Urn)).Distinct()
        .OrderBy(NameOf, StringComparer.OrdinalIgnoreCase).ThenBy(urn => urn.Value)];

    public string NameOf(Urn urn) => Names.Names.GetValueOrDefault(urn) ?? $"School {urn}";

    /// <summary>The message of the page, about hosting and reviewing: what is true of all, else the first school by name that differs from most.</summary>
    public string Message()
    {
        var all = SchoolsToday.Select(urn => (Name: NameOf(urn), What: Of(urn))).Select(school => (school.Name, Did: (Hosted: school.What.ReviewsHosted, Joined: school.What.ReviewsJoined))).ToList();
        if (all.All(school => school.Did.Hosted == 0)) return "No school has been visited yet";
        var most = all.GroupBy(school => school.Did).MaxBy(alike => alike.Count())!;
        var (name, (hosted, joined)) = most.Count() == all.Count ? ("Each school", most.Key) : all.First(school => most.Count() == 1 || school.Did != most.Key);
        return hosted + joined == 0 ? $"{name} has neither hosted nor reviewed yet" : $"{name} has {Did("hosted", hosted)} and {Did("reviewed", joined)}";
    }

    private static string Did(string what, int times) => times switch { 0 => $"never {what}", 1 => $"{what} once", 2 => $"{what} twice", _ => $"{what} {times} times" };

    /// <summary>Those of them whose place no other school has taken.</summary>
    public IReadOnlyList<Urn> SchoolsToday => [.. Schools.Where(urn => Whole.CountedTo(urn) == urn)];

    /// <summary>What a school contributed in the years asked for; a school of today with what those before it did.</summary>
    public Contributed Of(Urn urn, int? year = null) => Whole.Contributions
        .Where(part => (part.Urn == urn || Whole.CountedTo(part.Urn) == urn) && ((year ?? Year) is not { } only || part.AcademicYear == only))
        .Aggregate(new Contributed(), (sum, part) => sum + part.What);

    public IReadOnlyList<GiveAndTakeLine> Lines() => [.. from urn in Schools
        from year in Year is { } only ? [only] : Years
        let counted = Whole.CountedTo(urn)
        let what = Of(urn, year)
        where what != new Contributed()
        select new GiveAndTakeLine(urn, NameOf(urn), counted == urn ? null : counted, year, what)];

    public IReadOnlyList<ReciprocityLine> Pairs() => [.. from reviewing in SchoolsToday
        from host in SchoolsToday
        let visits = Whole.Visits.Where(visit => (Year is null || visit.AcademicYear == Year) && Whole.CountedTo(visit.Reviewing) == reviewing && Whole.CountedTo(visit.Host) == host).ToList()
        where visits.Count > 0
        select new ReciprocityLine(reviewing, NameOf(reviewing), host, NameOf(host), visits.Count, visits.Sum(visit => visit.QuarterDays))];

    /// <summary>Reads what had happened and was known; the names too.</summary>
    public static async Task<GiveAndTakeView> ReadAsync(IQuerySession session, PartnershipId partnership, int? year, AsOf asOf, CancellationToken token)
    {
        var facts = await Gathered.ReadAsync(session, partnership, history => history.FactsAsync(token), token);
        var whole = GiveAndTake.Of([.. facts.Where(e => asOf.HadHappened(((IFact)e.Data).OccurredOn) && asOf.WasKnown(e.Timestamp)).Select(e => e.Data)]);
        var view = new GiveAndTakeView(whole, year, SchoolNames.None, facts.Count == 0 ? 0 : facts[^1].Sequence);
        return view with { Names = await SchoolNames.OfAsync(session, view.Schools, asOf, token) };
    }
}

public static class ReadGiveAndTakeEndpoint
{
    public static Task<(PartnershipAt?, AsOf, Objection?)> LoadAsync(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, IQuerySession session, Acting acting, CancellationToken token) =>
        ReadReplayEndpoint.LoadAsync(partnershipId, occurredUpTo, recordedUpTo, session, acting, token);

    /// <summary>What each member school gave and took in each academic year, or in the one asked for (2025 for 2025/26): reviews hosted and joined, reviewers and days, meetings,
    /// support, pooled money and time. occurredUpTo and recordedUpTo are days, inclusive. By school name: it is no ranking. With format=csv or Accept: text/csv, as a file.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/give-and-take")]
    public static async Task<Results<Ok<GiveAndTakeLedger>, Csv<GiveAndTakeLine>>> Get(
        PartnershipId partnershipId, int? year, string? occurredUpTo, string? recordedUpTo, string? format, AsOf asOf, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var view = await GiveAndTakeView.ReadAsync(session, partnershipId, year, asOf, token);
        http.Response.ETagOf(view.Sequence);
        return http.Request.AsksForCsv(format) ? new Csv<GiveAndTakeLine>("give-and-take", view.Lines()) : TypedResults.Ok(new GiveAndTakeLedger(partnershipId, asOf, view.Lines()));
    }
}

public static class ReadReciprocityEndpoint
{
    public static Task<(PartnershipAt?, AsOf, Objection?)> LoadAsync(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, IQuerySession session, Acting acting, CancellationToken token) =>
        ReadReplayEndpoint.LoadAsync(partnershipId, occurredUpTo, recordedUpTo, session, acting, token);

    /// <summary>Who reviewed whom, on how many visits and for how many quarter days, in all or in one academic year. Both clocks and CSV as in give-and-take.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/reciprocity")]
    public static async Task<Results<Ok<ReciprocityMatrix>, Csv<ReciprocityLine>>> Get(
        PartnershipId partnershipId, int? year, string? occurredUpTo, string? recordedUpTo, string? format, AsOf asOf, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var view = await GiveAndTakeView.ReadAsync(session, partnershipId, year, asOf, token);
        http.Response.ETagOf(view.Sequence);
        return http.Request.AsksForCsv(format) ? new Csv<ReciprocityLine>("reciprocity", view.Pairs()) : TypedResults.Ok(new ReciprocityMatrix(partnershipId, asOf, view.Pairs()));
    }
}

public static class GiveAndTakePageEndpoint
{
    public static Task<(PartnershipAt?, AsOf, Objection?)> LoadAsync(
        PartnershipId partnershipId, string? occurredUpTo, string? recordedUpTo, IQuerySession session, Acting acting, CancellationToken token) =>
        ReadReplayEndpoint.LoadAsync(partnershipId, occurredUpTo, recordedUpTo, session, acting, token);

    /// <summary>Commitment and contribution: who reviewed whom, and what each school gave and took.</summary>
    [WolverineGet("/partnerships/{partnershipId}/give-and-take")]
    public static async Task<RazorComponentResult> Get(
        PartnershipId partnershipId, int? year, string? occurredUpTo, string? recordedUpTo, PartnershipAt partnership, AsOf asOf, IQuerySession session, CancellationToken token) =>
        new RazorComponentResult<GiveAndTakePage>(new { View = await GiveAndTakeView.ReadAsync(session, partnershipId, year, asOf, token), Id = partnershipId, partnership.Name, AsOf = asOf });
}
