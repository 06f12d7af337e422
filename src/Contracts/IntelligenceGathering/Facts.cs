namespace EssexImprovement.Contracts.IntelligenceGathering;

// These names and shapes are the storage format. Add, never rename.

/// <summary>What the public register says of a school. Text fields hold the register's own words; null where the file has no such column or the cell is empty.
/// Source: Get Information About Schools, Open Government Licence v3.0.</summary>
/// <param name="Name">EstablishmentName.</param>
/// <param name="LocalAuthority">LA (code), three digits; Essex is 881.</param>
/// <param name="EstablishmentNumber">EstablishmentNumber, four digits.</param>
/// <param name="Ukprn">UKPRN, eight digits.</param>
/// <param name="Type">TypeOfEstablishment (name).</param>
/// <param name="TypeGroup">EstablishmentTypeGroup (name).</param>
/// <param name="Phase">PhaseOfEducation (name).</param>
/// <param name="Status">EstablishmentStatus (name).</param>
/// <param name="OpenedOn">OpenDate.</param>
/// <param name="ClosedOn">CloseDate.</param>
/// <param name="LowAge">StatutoryLowAge, years.</param>
/// <param name="HighAge">StatutoryHighAge, years.</param>
/// <param name="Roll">NumberOfPupils.</param>
/// <param name="FreeSchoolMealsPerMille">PercentageFSM in tenths of a per cent, 0 to 1000.</param>
/// <param name="TrustUid">Trusts (code).</param>
/// <param name="TrustName">Trusts (name).</param>
/// <param name="District">DistrictAdministrative (name).</param>
/// <param name="Easting">Easting, metres on the British National Grid.</param>
/// <param name="Northing">Northing, metres on the British National Grid.</param>
/// <param name="Lsoa">LSOA (code).</param>
/// <param name="Constituency">ParliamentaryConstituency (code).</param>
public sealed record RegisterEntry(
    string Name, string LocalAuthority, string? EstablishmentNumber, string? Ukprn, string? Type, string? TypeGroup, string? Phase, string? Status,
    DateOnly? OpenedOn, DateOnly? ClosedOn, int? LowAge, int? HighAge, int? Roll, int? FreeSchoolMealsPerMille, string? TrustUid, string? TrustName,
    string? District, int? Easting, int? Northing, string? Lsoa, string? Constituency);

/// <summary>A school was first seen in the register. <c>OccurredOn</c> is the day the register was read.</summary>
/// <param name="Urn">The school.</param>
/// <param name="Entry">What the register said.</param>
/// <param name="SourceHash">SHA-256 of the imported file, lower-case hexadecimal.</param>
/// <param name="OccurredOn">The day of the register extract.</param>
public sealed record SchoolRegistered(Urn Urn, RegisterEntry Entry, string SourceHash, DateOnly OccurredOn) : ISchoolFact;

/// <summary>One detail of one school reads differently in a later register.</summary>
/// <param name="Urn">The school.</param>
/// <param name="Field">The name of the <see cref="RegisterEntry"/> property, camelCase.</param>
/// <param name="Was">What it said before, as text; null for nothing.</param>
/// <param name="Now">What it says now, as text; null for nothing. Dates are ISO 8601, numbers invariant.</param>
/// <param name="SourceHash">SHA-256 of the imported file, lower-case hexadecimal.</param>
/// <param name="OccurredOn">The day of the register extract.</param>
public sealed record RegisterDetailChanged(Urn Urn, string Field, string? Was, string? Now, string SourceHash, DateOnly OccurredOn) : ISchoolFact;
