namespace EssexImprovement.Contracts;

/// <summary>Something that happened. Stored as it is published, never edited, never removed.</summary>
public interface IFact
{
    /// <summary>The day the thing itself happened, in Europe/London; never later than the day it was recorded.</summary>
    DateOnly OccurredOn { get; }
}

/// <summary>A fact that was told in a partnership, whether or not its timeline tells it.</summary>
public interface IToldInPartnership
{
    /// <summary>The partnership.</summary>
    PartnershipId PartnershipId { get; }
}

/// <summary>A fact in the life of one partnership, whose timeline tells it: what lets History gather facts without knowing rooms.</summary>
public interface IPartnershipFact : IFact, IToldInPartnership;

/// <summary>A fact about one school, whichever partnerships it belongs to.</summary>
public interface ISchoolFact : IFact
{
    /// <summary>The school.</summary>
    Urn Urn { get; }
}
