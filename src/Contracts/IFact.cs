namespace EssexImprovement.Contracts;

/// <summary>Something that happened. Stored as it is published, never edited, never removed.</summary>
public interface IFact
{
    /// <summary>The day the thing itself happened, in Europe/London; never later than the day it was recorded.</summary>
    DateOnly OccurredOn { get; }
}

/// <summary>A fact in the life of one partnership: what lets History gather facts without knowing rooms.</summary>
public interface IPartnershipFact : IFact
{
    /// <summary>The partnership whose timeline tells it.</summary>
    PartnershipId PartnershipId { get; }
}

/// <summary>A fact about one school, whichever partnerships it belongs to.</summary>
public interface ISchoolFact : IFact
{
    /// <summary>The school.</summary>
    Urn Urn { get; }
}
