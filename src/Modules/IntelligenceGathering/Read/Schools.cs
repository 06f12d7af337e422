using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>One line of the list of schools.</summary>
public sealed record SchoolLine(Urn Urn, string Name, string LocalAuthority, string? Phase, string? Type, string? Status, string? District, int? Roll, DateOnly AsAt);

/// <summary>One page of a list; <c>Next</c> is the address of the next page, null on the last.</summary>
public sealed record SchoolList(IReadOnlyList<SchoolLine> Items, string? Next);

public static class ListSchoolsEndpoint
{
    public static Objection? Validate(string? localAuthority, string? phase, string? name, int? limit) =>
        limit is < 1 or > 1000 ? Objection.Malformed("limit", "limit is 1 to 1000.")
        : localAuthority is not null && Cell.Digits(localAuthority, 3) is not { Text: not null } ? Objection.Malformed("localAuthority", "A local authority is a code of three digits; Essex is 881.")
        : Cell.Words(phase ?? "").Wrong is { } wrongPhase ? Objection.Malformed("phase", $"The phase {wrongPhase}.")
        : Cell.Words(name ?? "").Wrong is { } wrongName ? Objection.Malformed("name", $"The name {wrongName}.")
        : null;

    /// <summary>The schools of the public register, by URN: those of a local authority (881), of a phase (Primary), with a text in their name;
    /// at most limit (1 to 1000, 1000 unless told) after the one whose URN is after. A Link header leads to the next page.
    /// With format=csv or Accept: text/csv, the same lines as a file.</summary>
    [WolverineGet("/api/v1/schools")]
    public static async Task<Results<Ok<SchoolList>, Csv<SchoolLine>>> Get(
        IQuerySession session, HttpContext http, string? localAuthority, string? phase, string? name, Urn? after, int? limit, string? format, CancellationToken token)
    {
        var most = limit ?? 1000;
        IQueryable<SchoolProfile> schools = session.Query<SchoolProfile>().OrderBy(school => school.Urn);
        if (localAuthority is not null) schools = schools.Where(school => school.Entry.LocalAuthority == localAuthority.PadLeft(3, '0'));
        if (phase is not null) schools = schools.Where(school => school.Entry.Phase == phase);
        if (name is not null) schools = schools.Where(school => school.Entry.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        if (after is { Value: var urn }) schools = schools.Where(school => school.Urn.Value > urn);
        var found = await schools.Take(most + 1).ToListAsync(token);
        var page = new SchoolList([.. found.Take(most).Select(school => new SchoolLine(school.Urn, school.Entry.Name, school.Entry.LocalAuthority, school.Entry.Phase, school.Entry.Type,
            school.Entry.Status, school.Entry.District, school.Entry.Roll, school.AsAt))],
            http.NextPage(found.Count > most ? found[most - 1].Urn : null));
        return http.Request.AsksForCsv(format) ? new Csv<SchoolLine>("schools", page.Items) : TypedResults.Ok(page);
    }
}

public static class ReadSchoolEndpoint
{
    public static Task<SchoolProfile?> LoadAsync(Urn urn, IQuerySession session, CancellationToken token) => session.LoadAsync<SchoolProfile>(urn.ProfileStream(), token);

    public static Objection? Validate(SchoolProfile? school) => school is null ? Objection.Unknown("urn") : null;

    /// <summary>What the public register says of a school. The ETag is the version of its profile.</summary>
    [WolverineGet("/api/v1/schools/{urn}")]
    public static SchoolProfile Get([NotBody] SchoolProfile school, HttpResponse response)
    {
        response.ETagOf(school.Version);
        return school;
    }
}
