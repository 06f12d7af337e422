using System.Text.RegularExpressions;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>A school begins to review itself, for the academic year it is in: who asks peers to look first looks for itself.</summary>
public sealed partial record OpenSelfReview(int AcademicYear, string FrameworkId, int FrameworkVersion, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Urn urn, SchoolProfile? school, SelfReview? known, Acting acting) =>
        urn.NotLedBy(acting)
        ?? (school is null || school.Entry.OpenedOn > OccurredOn || school.Entry.ClosedOn <= OccurredOn ? new("XCT-8", $"School {urn} was not open on {OccurredOn:d MMMM yyyy}.", "urn")
        : AcademicYear != Contracts.AcademicYear.Of(OccurredOn) ? Contracts.Objection.Malformed("academicYear", $"{OccurredOn:d MMMM yyyy} is in the academic year {Contracts.AcademicYear.Of(OccurredOn)}.")
        : known is not null ? Contracts.Objection.Malformed("academicYear", $"School {urn} has begun its self-review of {Contracts.AcademicYear.InWords(AcademicYear)} already.")
        : !Code().IsMatch(FrameworkId) ? Contracts.Objection.Malformed("frameworkId", "A framework has a short code of letters, digits and hyphens, 40 at most.")
        : FrameworkVersion is < 1 or > 999 ? Contracts.Objection.Malformed("frameworkVersion", "Versions are counted from 1.")
        : null);

    public SelfReviewOpened Decide(Urn urn) => new(SelfReviewId.Of(urn, AcademicYear), urn, AcademicYear, FrameworkId, FrameworkVersion, OccurredOn);

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

public static class OpenSelfReviewEndpoint
{
    public static async Task<(SchoolProfile?, SelfReview?)> LoadAsync(OpenSelfReview command, Urn urn, IQuerySession session, CancellationToken token) =>
        (await session.LoadAsync<SchoolProfile>(urn.ProfileStream(), token), await SelfReview.FindAsync(urn, command.AcademicYear, session, token));

    public static Objection? Validate(OpenSelfReview command, Urn urn, SchoolProfile? school, SelfReview? known, Acting acting) => command.Objection(urn, school, known, acting);

    [WolverinePost("/api/v1/schools/{urn}/self-reviews")]
    public static (Created<Begun<SelfReviewId>>, IStartStream) Post(OpenSelfReview command, Urn urn)
    {
        var fact = command.Decide(urn);
        return (TypedResults.Created($"/api/v1/schools/{urn}/self-reviews/{fact.AcademicYear}", new Begun<SelfReviewId>(fact.SelfReviewId)),
            MartenOps.StartStream<SelfReview>(fact.SelfReviewId.Value, fact));
    }
}
