using System.Collections.Immutable;
using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Tests;

/// <summary>Fictional schools and people, and states built through the front door.</summary>
public static class Samples
{
    /// <summary>A word of letters that stands nowhere else. Digits at random would now and then look like a telephone number (XCT-5).</summary>
    public static string Word() => string.Concat(Guid.NewGuid().ToByteArray().Select(part => $"{(char)('a' + part % 26)}"));

    /// <summary>The fictional schools of Colne Valley; every one open since 2010.</summary>
    public static readonly Urn Ashdown = new(990001), Birchwood = new(990002), Cedars = new(990003), Downlands = new(990004);

    /// <summary>The first day of the school year that tests play in: far enough back for a year, near enough to need no reason for lateness in most tests.</summary>
    public static DateOnly Today { get; } = Host.Door.Today(TimeProvider.System);

    /// <summary>A day so many days ago.</summary>
    public static DateOnly Ago(int days) => Today.AddDays(-days);

    /// <summary>A partnership lead of a partnership, who also heads a school if one is named.</summary>
    public static Acting Lead(PartnershipId partnership, string name = "lead") =>
        new(App.Person(name), [new(Capacity.PartnershipLead, null, partnership, DateOnly.MinValue, null)], Today);

    /// <summary>Full members since a day.</summary>
    public static ImmutableList<MemberSchool> Founded(DateOnly from, params Urn[] urns) => [.. urns.Select(urn => new MemberSchool(urn, Membership.Full, from))];

    /// <summary>A head of a school.</summary>
    public static Acting Head(Urn urn, string name = "head") => new(App.Person(name), [new(Capacity.Headteacher, urn, null, DateOnly.MinValue, null)], Today);

    /// <summary>Somebody with a capacity that no school or partnership gives.</summary>
    public static Acting Holder(Capacity capacity, string name = "holder") => new(App.Person(name), [new(capacity, null, null, DateOnly.MinValue, null)], Today);

    /// <summary>Somebody the ledger knows nothing of.</summary>
    public static Acting Stranger { get; } = new(App.Person("stranger"), [], Today);

    /// <summary>Puts fictional schools in the register.</summary>
    public static async Task RegisterSchoolsAsync(this App app, params Urn[] urns)
    {
        await using var session = app.Host.DocumentStore().LightweightSession();
        foreach (var urn in urns)
            session.Events.StartStream<SchoolRegistered>(urn.ProfileStream(), new SchoolRegistered(urn,
                new($"School {urn}", "881", null, null, "Community school", "Local authority maintained schools", "Secondary", "Open", new(2010, 9, 1), null, 11, 16, 900,
                    null, null, null, "Braintree", null, null, null, null), "sha256:sample", Ago(400)));
        await session.SaveChangesAsync();
    }

    /// <summary>Says in the register that a school closed, and that the one which took its place opened then.</summary>
    public static async Task CloseSchoolAsync(this App app, Urn urn, DateOnly on, Urn? successor = null)
    {
        await using var session = app.Host.DocumentStore().LightweightSession();
        session.Events.Append(urn.ProfileStream(), new RegisterDetailChanged(urn, "closedOn", null, on.ToString("O", CultureInfo.InvariantCulture), "sha256:sample", Today));
        if (successor is { } opened) session.Events.Append(opened.ProfileStream(), new RegisterDetailChanged(opened, "openedOn", "2010-09-01", on.ToString("O", CultureInfo.InvariantCulture), "sha256:sample", Today));
        await session.SaveChangesAsync();
    }

    /// <summary>A triad of three fictional schools, formed, led, with a purpose, and a protocol that every head and chair signed. Heads are <c>head-&lt;urn&gt;</c>, chairs <c>chair-&lt;urn&gt;</c>, the lead is <c>lead</c>.</summary>
    public static async Task<PartnershipId> ATriadWithASignedProtocolAsync(this App app, string lead = "lead", params Urn[] urns)
    {
        if (urns.Length == 0) urns = [Ashdown, Birchwood, Cedars];
        var steward = app.As("administrator");
        foreach (var urn in urns)
        {
            await steward.PostLate($"/api/v1/schools/{urn}/leaders", new { personId = App.Person($"head-{urn}"), capacity = Capacity.Headteacher, occurredOn = Ago(300) });
            await steward.PostLate($"/api/v1/schools/{urn}/leaders", new { personId = App.Person($"chair-{urn}"), capacity = Capacity.ChairOfGovernors, occurredOn = Ago(300) });
        }
        var convenor = app.As($"head-{urns[0]}");
        var id = new PartnershipId((await convenor.PostLate("/api/v1/partnerships", new
        {
            name = $"Triad {Word()}", kind = PartnershipKind.Triad, quadrant = Quadrant.Mid, districts = new[] { District.Braintree }, foundingUrns = urns, occurredOn = Ago(200),
        })).Done().Id);
        var url = $"/api/v1/partnerships/{id}";
        (await convenor.PostLate($"{url}/leads", new { personId = App.Person(lead), role = LeadRole.Lead, urn = urns[0], from = Ago(200), occurredOn = Ago(200) })).Done();
        // From here the lead records: whoever convened did so until there was one.
        var recorder = app.As(lead);
        (await recorder.PostLate($"{url}/protocols", Protocol(Ago(150)))).Done();
        foreach (var urn in urns)
        {
            (await recorder.PostLate($"{url}/signatures", new { protocolVersion = 1, urn, personId = App.Person($"head-{urn}"), capacity = Capacity.Headteacher, occurredOn = Ago(140) })).Done();
            (await recorder.PostLate($"{url}/signatures", new { protocolVersion = 1, urn, personId = App.Person($"chair-{urn}"), capacity = Capacity.ChairOfGovernors, occurredOn = Ago(140) })).Done();
        }
        return id;
    }

    /// <summary>A protocol as a lead would post it.</summary>
    public static object Protocol(DateOnly occurredOn) => new
    {
        defaultRoutes = new Route[] { new(Artefact.Findings, AudienceRing.ReviewTeam, Extent.FullReport), new(Artefact.Report, AudienceRing.HostGovernors, Extent.FullReport) },
        triggersAllowed = new[] { Trigger.Workshop, Trigger.HostPlan, Trigger.PracticeOffer }, reviewDays = 2, workshopWithinSchoolDays = 15, checkInFromDays = 60, checkInToDays = 120,
        safeguardingRoute = SafeguardingRoute.HeadteacherOrLadoIfAboutTheHead, dataRetentionYears = 6, effectiveFrom = occurredOn, occurredOn,
    };
}
