using EssexImprovement.Contracts;
using Marten;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>A school's self-review of one academic year and all that is asked about it on pages.</summary>
/// <param name="Urn">The school.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Profile">What the register says of the school.</param>
/// <param name="Review">The self-review; null until it is begun.</param>
/// <param name="Around">Who stands around the school.</param>
/// <param name="Reader">Who asks.</param>
public sealed record SelfReviewRecording(Urn Urn, int AcademicYear, SchoolProfile? Profile, SelfReview? Review, AroundSchool Around, Reader Reader)
{
    public static async Task<SelfReviewRecording> OfAsync(Urn urn, int academicYear, IQuerySession session, Reader reader, CancellationToken token)
    {
        var review = await SelfReview.FindAsync(urn, academicYear, session, token);
        return new(urn, academicYear, await session.LoadAsync<SchoolProfile>(urn.ProfileStream(), token), review,
            review is null ? AroundSchool.Nobody : await AroundSchool.OfAsync(urn, session, token), reader);
    }

    public Acting Acting => Reader.Acting;

    /// <summary>The self-review without its texts; null for whoever may not know that there is one.</summary>
    public SelfReviewAsSeen? Outline => Review is null ? null : SelfReviewAsSeen.OutlineBy(Review, Around, Reader);

    /// <summary>Its texts for whoever may read them, who has read them then.</summary>
    public InsideOfSelfReview? Inside => Review is null ? null : SelfReviewAsSeen.InsideOf(Review, Around, Reader);

    /// <summary>True for whoever reads it as it is being written, not as it was submitted.</summary>
    public bool AsWritten => Review is not null && Reader.SightOf(Review.SealIn(Around, Acting.Today)).Inside;

    /// <summary>"Ashdown School", or by its number when the register does not know it.</summary>
    public string School => Profile?.Entry.Name ?? $"School {Urn}";

    /// <summary>True for those who write it: its head and its chair.</summary>
    public bool WrittenBy => Urn.NotLedBy(Acting) is null;

    public string Title => $"Self-review of {Contracts.AcademicYear.InWords(AcademicYear)}";

    public string Href => $"/schools/{Urn}/self-reviews/{AcademicYear}";

    /// <summary>Nothing is told of a self-review that this person may not know of; those who write it may begin the one of this year.</summary>
    public Objection? Hidden => Outline is not null || (Review is null && WrittenBy && AcademicYear == Contracts.AcademicYear.Of(Acting.Today)) ? null : Objection.Unknown();

    /// <summary>Who reads its words, and who learns that it is there; said before anything is saved.</summary>
    public string Audience => $"{AudienceOfWords} {AudienceOfStructure}";

    public const string AudienceOfStructure = "That it is there, how much it holds and when: whoever may know of a partnership of this school.";

    private string AudienceOfWords => Review?.SharedWith switch
    {
        null or AudienceRing.HostHead => "The words: the head of this school alone, until the head shares them.",
        AudienceRing.ReviewTeam => "The words: the head of this school and, once submitted, the review team.",
        { } ring => $"The words: the head of this school and, once submitted, everybody from the review team to {ring.InWords()}.",
    };
}
