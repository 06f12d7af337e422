using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>One place for a signature: who signed there last, and whether it waits for the reader, who holds it and has not signed.</summary>
public sealed record SignatureLine(Urn Urn, string School, Capacity Capacity, PersonShown? SignedBy, bool Mine, bool Waits)
{
    /// <summary>Every member school's two places under the protocol in force; the names in one round trip.</summary>
    public static async Task<IReadOnlyList<SignatureLine>> AllAsync(Partnership partnership, IQuerySession session, IPeople people, Acting acting, CancellationToken token)
    {
        var members = partnership.MembersOn(acting.Today).Select(member => member.Urn).ToList();
        var schools = await RegisteredSchool.AllAsync(session, members, token);
        var signed = partnership.Signatures.Where(signature => signature.Version == partnership.Protocol?.Version).ToList();
        var (shown, asked) = (await people.ShowAsync([.. signed.Select(signature => signature.PersonId)], [partnership.Id], acting, token), partnership.SignaturesAskedOf(acting).ToList());
        return
        [
            .. from urn in members
               from capacity in new[] { Capacity.Headteacher, Capacity.ChairOfGovernors }
               let signature = signed.LastOrDefault(signature => signature.Urn == urn && signature.Capacity == capacity)
               select new SignatureLine(urn, schools.FirstOrDefault(school => school.Urn == urn)?.Name ?? $"School {urn}", capacity,
                   signature is null ? null : shown[signature.PersonId], acting.IsAt(urn, capacity), asked.Contains((urn, capacity))),
        ];
    }
}

public static class ProtocolPageEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>The protocol in force in plain words, and who has signed it.</summary>
    [WolverineGet("/partnerships/{partnershipId}/protocol")]
    public static async Task<RazorComponentResult> Get([ReadModel] Partnership partnership, Urn? signedFor, IQuerySession session, IPeople people, Acting acting, CancellationToken token) =>
        new RazorComponentResult<ProtocolPage>(new { Partnership = partnership, Lines = await SignatureLine.AllAsync(partnership, session, people, acting, token), SignedFor = signedFor });
}

public static class SignProtocolPageEndpoint
{
    public static Objection? Validate(Partnership partnership, Urn? urn, Capacity? capacity, Acting acting) =>
        !partnership.MayBeKnownTo(acting) ? Objection.Unknown()
        : urn is { } school && capacity is Capacity.Headteacher or Capacity.ChairOfGovernors && acting.IsAt(urn.Value, capacity.Value) ? null
        : Objection.LacksCapacity("the head and the chair of governors of the school");

    /// <summary>Asks whoever signs to check what they bind their school to.</summary>
    [WolverineGet("/partnerships/{partnershipId}/protocol/sign")]
    public static async Task<IResult> Get([ReadModel] Partnership partnership, Urn? urn, Capacity? capacity, IQuerySession session, IPeople people, Acting acting, CancellationToken token)
    {
        var line = (await SignatureLine.AllAsync(partnership, session, people, acting, token)).FirstOrDefault(line => line.Urn == urn && line.Capacity == capacity);
        return line is { Waits: true } && partnership.Protocol is not null ? Page(partnership, line.School, urn, capacity, null) : TypedResults.LocalRedirect($"/partnerships/{partnership.Id}/protocol");
    }

    internal static RazorComponentResult Page(Partnership partnership, string school, Urn? urn, Capacity? capacity, Objection? objection) => new RazorComponentResult<SignProtocolPage>(new
    {
        Partnership = partnership, School = school, Urn = urn, Capacity = capacity, Errors = objection is null ? Array.Empty<FieldError>() : [new(null, objection.Detail)],
    }) { StatusCode = objection?.Status ?? 200 };
}

public static class SignProtocolFormEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>Signs for oneself and today. Whoever pressed the button twice has signed once and is told so.</summary>
    [WolverinePost("/partnerships/{partnershipId}/protocol/sign")]
    public static async Task<(IResult, Events)> Post(
        [FromForm] string? protocolVersion, [FromForm] string? urn, [FromForm] string? capacity, [WriteModel] Partnership partnership, IQuerySession session, HttpContext http, Acting acting, CancellationToken token)
    {
        var done = TypedResults.LocalRedirect($"/partnerships/{partnership.Id}/protocol?signedFor={urn}");
        if (!int.TryParse(protocolVersion, out var version) || !Urn.TryParse(urn, null, out var school) || !Enum.TryParse<Capacity>(capacity, out var standing))
            return (SignProtocolPageEndpoint.Page(partnership, "your school", null, null, Objection.Malformed("urn", "Something is missing from what was sent. Go back to the protocol and begin again.")), []);
        var command = new SignProtocol(version, school, acting.Person, standing, acting.Today);
        if (version == partnership.Protocol?.Version && partnership.Signatures.Contains(new(version, school, standing, acting.Person))) return (done, []);

        var leadership = await session.Events.AggregateStreamAsync<SchoolLeadership>(school.LeadershipStream(), token: token);
        // Whoever signs on the page signs what it shows: the newest version.
        var passed = version < partnership.Protocol?.Version ? new Objection("PRT-6", $"Version {version} has been replaced. Go back and read version {partnership.Protocol.Version} before you sign.", "protocolVersion") : null;
        if ((passed ?? command.Objection(partnership, leadership, acting)) is not { } objection)
        {
            http.Features.Set<ICommand>(command);
            return (done, [command.Decide(partnership)]);
        }
        var name = await RegisteredSchool.AllAsync(session, [school], token) is [var known] ? known.Name : $"School {school}";
        return (SignProtocolPageEndpoint.Page(partnership, name, school, standing, objection), []);
    }
}
