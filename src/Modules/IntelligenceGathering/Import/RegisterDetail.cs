using System.Globalization;
using EssexImprovement.Contracts.IntelligenceGathering;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>One detail of a school: which column of the register holds it, how a cell is read, where it stands in the entry, how it is told as text.</summary>
/// <param name="Field">The name in <see cref="RegisterDetailChanged"/>.</param>
/// <param name="Column">The header in the register's files.</param>
/// <param name="Read">From a trimmed cell that is not empty.</param>
/// <param name="Of">The detail as text; null for nothing.</param>
/// <param name="With">The entry with the detail that a text tells.</param>
/// <param name="Required">A file without the column, or a row with an empty cell in it, says nothing we could record.</param>
public sealed record RegisterDetail(
    string Field, string Column, Func<string, Reading> Read, Func<RegisterEntry, string?> Of, Func<RegisterEntry, string?, RegisterEntry> With, bool Required = false)
{
    /// <summary>The column that says which school a row is about.</summary>
    public const string UrnColumn = "URN";

    /// <summary>All details we keep, in the order of the entry; every other column of a file is ignored.</summary>
    public static readonly IReadOnlyList<RegisterDetail> All =
    [
        new("name", "EstablishmentName", Cell.Words, e => e.Name, (e, text) => e with { Name = text! }, Required: true),
        new("localAuthority", "LA (code)", cell => Cell.Digits(cell, 3), e => e.LocalAuthority, (e, text) => e with { LocalAuthority = text! }, Required: true),
        new("establishmentNumber", "EstablishmentNumber", cell => Cell.Digits(cell, 4), e => e.EstablishmentNumber, (e, text) => e with { EstablishmentNumber = text }),
        new("ukprn", "UKPRN", Cell.Ukprn, e => e.Ukprn, (e, text) => e with { Ukprn = text }),
        new("type", "TypeOfEstablishment (name)", Cell.Words, e => e.Type, (e, text) => e with { Type = text }),
        new("typeGroup", "EstablishmentTypeGroup (name)", Cell.Words, e => e.TypeGroup, (e, text) => e with { TypeGroup = text }),
        new("phase", "PhaseOfEducation (name)", Cell.Words, e => e.Phase, (e, text) => e with { Phase = text }),
        new("status", "EstablishmentStatus (name)", Cell.Words, e => e.Status, (e, text) => e with { Status = text }),
        new("openedOn", "OpenDate", Cell.Day, e => Text(e.OpenedOn), (e, text) => e with { OpenedOn = Day(text) }),
        new("closedOn", "CloseDate", Cell.Day, e => Text(e.ClosedOn), (e, text) => e with { ClosedOn = Day(text) }),
        new("lowAge", "StatutoryLowAge", cell => Cell.Whole(cell, 99), e => Text(e.LowAge), (e, text) => e with { LowAge = Number(text) }),
        new("highAge", "StatutoryHighAge", cell => Cell.Whole(cell, 99), e => Text(e.HighAge), (e, text) => e with { HighAge = Number(text) }),
        new("roll", "NumberOfPupils", cell => Cell.Whole(cell, 100_000), e => Text(e.Roll), (e, text) => e with { Roll = Number(text) }),
        new("freeSchoolMealsPerMille", "PercentageFSM", Cell.PerMille, e => Text(e.FreeSchoolMealsPerMille), (e, text) => e with { FreeSchoolMealsPerMille = Number(text) }),
        new("trustUid", "Trusts (code)", Cell.Words, e => e.TrustUid, (e, text) => e with { TrustUid = text }),
        new("trustName", "Trusts (name)", Cell.Words, e => e.TrustName, (e, text) => e with { TrustName = text }),
        new("district", "DistrictAdministrative (name)", Cell.Words, e => e.District, (e, text) => e with { District = text }),
        new("easting", "Easting", cell => Cell.Whole(cell, 700_000), e => Text(e.Easting), (e, text) => e with { Easting = Number(text) }),
        new("northing", "Northing", cell => Cell.Whole(cell, 1_300_000), e => Text(e.Northing), (e, text) => e with { Northing = Number(text) }),
        new("lsoa", "LSOA (code)", Cell.Words, e => e.Lsoa, (e, text) => e with { Lsoa = text }),
        new("constituency", "ParliamentaryConstituency (code)", Cell.Words, e => e.Constituency, (e, text) => e with { Constituency = text }),
    ];

    /// <summary>An entry that says nothing yet.</summary>
    public static readonly RegisterEntry Blank =
        new("", "", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static readonly Dictionary<string, RegisterDetail> ByField = All.ToDictionary(detail => detail.Field);

    /// <summary>The detail a fact names.</summary>
    /// <exception cref="KeyNotFoundException">The fact was recorded by a later version of this service.</exception>
    public static RegisterDetail Named(string field) => ByField[field];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static int? Number(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
