using System.Text.Json;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The partnership accounts for a year of its work to those it names; the fingerprint proves later that this is what was published.</summary>
public sealed record PublishAnnualAccount(int AcademicYear, AudienceRing Ring, IReadOnlyList<AccountSection> Sections, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (AcademicYear < 2000 || AcademicYear > Contracts.AcademicYear.Of(OccurredOn) ? Contracts.Objection.Malformed("academicYear", "An account is of an academic year that has begun.")
        : Ring < AudienceRing.PartnershipHeads ? Contracts.Objection.Malformed("ring", "An account is for the heads of the partnership at least.")
        : Sections.Count is 0 or > 20 || Sections.DistinctBy(section => section.Heading).Count() != Sections.Count
            ? Contracts.Objection.Malformed("sections", "An account has 1 to 20 sections, each with a heading of its own.")
        : Sections.Any(section => string.IsNullOrWhiteSpace(section.Heading) || section.Heading.Length > 120) ? Contracts.Objection.Malformed("sections", "A heading has 1 to 120 characters.")
        : partnership.Work.Accounts.Contains(AcademicYear) ? Contracts.Objection.Malformed("academicYear", $"The account of {Contracts.AcademicYear.InWords(AcademicYear)} is published already.")
        : Sections.Select(section => section.Text.NotBetween1And(6000, "sections")).FirstOrDefault(objection => objection is not null));

    public AnnualAccountPublished Decide(Partnership partnership) => new(partnership.Id, AcademicYear, Ring, Sections, Fingerprint(Sections), OccurredOn);

    /// <summary>Of the headings and texts as they were published, in their order: each section an object with heading and text.</summary>
    public static string Fingerprint(IReadOnlyList<AccountSection> sections) =>
        BodyDigest.Of(JsonSerializer.Serialize(sections.Select(section => new { heading = section.Heading, text = section.Text.Value })));
}

public static class PublishAnnualAccountEndpoint
{
    public static Objection? Validate(PublishAnnualAccount command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/accounts")]
    public static (Recorded, Events) Post(PublishAnnualAccount command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
