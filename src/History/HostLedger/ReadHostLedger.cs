using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.History;

public static class ReadHostLedgerEndpoint
{
    public static Task<SchoolLine> LoadAsync(Urn urn, IQuerySession session, CancellationToken token) => SchoolLine.OfAsync(session, urn, token);

    public static Objection? Validate(SchoolLine line, int? limit, int? after, Acting acting) =>
        !line.MayBeReadBy(acting) ? Objection.Unknown() : LooksAsked.Refused(limit, after);

    /// <summary>Who can see what a school holds sealed, and who has: the reviews it hosted and ring by ring what can be seen of each now, every release, what else it holds, emergency access, and who looked
    /// (limit lines, 1 to 200, 50 unless told, after so many; of the days from and to, both inclusive). For the head and chair of the school or of one that succeeded it, and for auditors. With format=csv or Accept:
    /// text/csv, who looked as a file.</summary>
    [WolverineGet("/api/v1/ledger/host/{urn}")]
    public static async Task<Results<Ok<HostLedger>, Csv<LookLine>>> Get(
        Urn urn, SchoolLine line, int? limit, int? after, DateOnly? from, DateOnly? to, string? format, IQuerySession session, IPeople people, Reader reader, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        var asked = new LooksAsked(after ?? 0, limit ?? LooksAsked.OnAPage, from, to);
        var view = await HostLedgerView.ReadAsync(session, line, asked, reader, people, clock.GetUtcNow(), token);
        var next = http.NextPage(asked.Next(view.LookLines));
        return http.Request.AsksForCsv(format) ? new Csv<LookLine>($"who-looked-{urn}", view.Looks)
            : TypedResults.Ok(new HostLedger(urn, line.IsKeptBy(reader.Acting), view.Reviews, view.Held, view.Emergencies, view.Looks, next));
    }
}

public static class HostLedgerPageEndpoint
{
    public static Task<SchoolLine> LoadAsync(Urn urn, IQuerySession session, CancellationToken token) => SchoolLine.OfAsync(session, urn, token);

    public static Objection? Validate(SchoolLine line, Acting acting) => line.MayBeReadBy(acting) ? null : Objection.Unknown();

    /// <summary>Who can see this, and who has.</summary>
    [WolverineGet("/schools/{urn}/ledger")]
    public static async Task<RazorComponentResult> Get(
        Urn urn, SchoolLine line, int? page, bool? acknowledged, IQuerySession session, IPeople people, Reader reader, TimeProvider clock, CancellationToken token) =>
        new RazorComponentResult<HostLedgerPage>(new
        {
            View = await HostLedgerView.ReadAsync(session, line, LooksAsked.Page(page), reader, people, clock.GetUtcNow(), token), Kept = line.IsKeptBy(reader.Acting), Shown = Math.Max(1, page ?? 1),
            Acknowledged = acknowledged == true,
        });
}
