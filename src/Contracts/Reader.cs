using System.Text.Json;
using System.Text.Json.Serialization;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Contracts;

/// <summary>Confidential text that a <see cref="Reader"/> may show to whoever asked. There is no other way to make one, so no answer holds confidential text that was not
/// asked for through a reader.</summary>
[JsonConverter(typeof(ShownTextConverter))]
public sealed record ShownText
{
    internal ShownText(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Never the text, see <see cref="ConfidentialText"/>.</summary>
    public override string ToString() => $"[shown, {Value.Length} characters]";
}

/// <summary>Writes shown text as a string; nothing reads one.</summary>
public sealed class ShownTextConverter : JsonConverter<ShownText>
{
    /// <inheritdoc />
    public override ShownText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ShownText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Emergency access in force: a school's sealed things are open to one person until a moment.</summary>
/// <param name="Id">The access.</param>
/// <param name="Urn">The school.</param>
/// <param name="Until">The moment it ends, exclusive, UTC.</param>
public sealed record EmergencyAccess(EmergencyAccessId Id, Urn Urn, DateTimeOffset Until);

/// <summary>A release of a report that was not withdrawn.</summary>
/// <param name="Ring">The widest audience.</param>
/// <param name="Extent">How much.</param>
/// <param name="ExpiresOn">Last day, inclusive; null for no end.</param>
public sealed record OpenRelease(AudienceRing Ring, Extent Extent, DateOnly? ExpiresOn);

/// <summary>The people around a thing under seal, from the innermost ring outwards.</summary>
/// <param name="Owner">The school it belongs to, and after it those that succeeded it; empty when it belongs to the partnership.</param>
/// <param name="Team">The review team, or whoever else stands beside the owner.</param>
/// <param name="PeerGroup">The schools that review together.</param>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Members">Its member schools today.</param>
public sealed record Circle(
    IReadOnlyCollection<Urn> Owner, IReadOnlyCollection<PersonId> Team, IReadOnlyCollection<Urn> PeerGroup, PartnershipId PartnershipId, IReadOnlyCollection<Urn> Members)
{
    /// <summary>The quadrant of the partnership, whose chair stands in R5; null where nothing goes that far.</summary>
    public Quadrant? Quadrant { get; init; }

    /// <summary>The innermost ring the person stands in today: the chair of the partnership's quadrant, not of another, and who speaks for the trust or diocese of the school it
    /// belongs to. Analysts, auditors and data stewards stand in the outermost: their work needs the structure, not the words.</summary>
    public AudienceRing RingOf(Acting acting) =>
        Owner.Any(urn => acting.IsAt(urn, Capacity.Headteacher)) ? AudienceRing.HostHead
        : Team.Contains(acting.Person) ? AudienceRing.ReviewTeam
        : PeerGroup.Any(urn => acting.IsAt(urn, Capacity.Headteacher)) ? AudienceRing.PeerGroupHeads
        : Owner.Any(urn => acting.IsAt(urn, Capacity.ChairOfGovernors)) ? AudienceRing.HostGovernors
        : Members.Any(urn => acting.IsAt(urn, Capacity.Headteacher)) ? AudienceRing.PartnershipHeads
        : acting.Is(Capacity.BoardMember) || (Quadrant is { } quadrant && acting.ChairsQuadrant(quadrant)) ? AudienceRing.QuadrantAndBoard
        : acting.Is(Capacity.LaSchoolEffectivenessPartner) || Owner.Any(urn => acting.IsAt(urn, Capacity.TrustOrDioceseRepresentative)) ? AudienceRing.LaTrustDiocese
        : AudienceRing.Public;
}

/// <summary>A thing whose texts not everybody may read, and how far it goes without and with a release.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Circle">Who stands around it.</param>
/// <param name="Within">The widest ring that reads it without a release.</param>
/// <param name="Releases">What was released of it and not withdrawn.</param>
/// <param name="AlsoRead">True for others with a right of their own, such as an auditor of decisions; never for the content of a review.</param>
public sealed record Seal(SealedThing Thing, Guid Id, Circle Circle, AudienceRing Within, IReadOnlyCollection<OpenRelease> Releases, Func<Acting, bool>? AlsoRead = null);

/// <summary>What one person may see of one sealed thing today.</summary>
/// <param name="Inside">Every text.</param>
/// <param name="Released">How much a release in force lets them see; null for nothing.</param>
/// <param name="Ground">By what right; null when they see nothing.</param>
/// <param name="EmergencyAccessId">The emergency access, if that is the right.</param>
public sealed record Sight(bool Inside, Extent? Released, SightGround? Ground, EmergencyAccessId? EmergencyAccessId = null)
{
    /// <summary>True when a text of this extent may be seen.</summary>
    public bool Covers(Extent extent) => Inside || Released >= extent;
}

/// <summary>Who reads, in one request. The one place that decides whether confidential text is shown, for every read of every room, and the only maker of
/// <see cref="ShownText"/>. It remembers what it showed, for the reading ledger.</summary>
public sealed class Reader(Acting acting)
{
    private readonly HashSet<ConfidentialTextRead> _readings = [];
    private bool _closed;

    /// <summary>Somebody of whom nothing is known, such as whoever runs a verb on the command line: structure, and no confidential text.</summary>
    public static Reader Nobody => new(new(default, [], default));

    /// <summary>Who reads.</summary>
    public Acting Acting { get; } = acting;

    /// <summary>What was shown, once for each thing. A head reading what belongs to their own school is not noted.</summary>
    public IReadOnlyCollection<ConfidentialTextRead> Readings => _readings;

    /// <summary>Ends the reading: what was shown is handed over to be written down, and nothing more is shown.</summary>
    public IReadOnlyCollection<ConfidentialTextRead> Close()
    {
        _closed = true;
        return _readings;
    }

    /// <summary>What the person may see of the thing. Themes tell of several reviews with no school named, so by them no single one shows anything.</summary>
    public Sight SightOf(Seal seal)
    {
        var ring = seal.Circle.RingOf(Acting);
        var released = seal.Releases.Where(release => ring <= release.Ring && !(release.ExpiresOn < Acting.Today) && release.Extent > Extent.ThemesAnonymised).Max(release => (Extent?)release.Extent);
        return ring <= seal.Within || seal.AlsoRead?.Invoke(Acting) == true ? new(true, released, SightGround.OwnCircle)
            : Acting.Emergencies.FirstOrDefault(access => seal.Circle.Owner.Contains(access.Urn)) is { } emergency ? new(true, released, SightGround.EmergencyAccess, emergency.Id)
            : new(false, released, released is null ? null : SightGround.Release);
    }

    /// <summary>The text, if the person may see one of this extent; null otherwise, and null for none.</summary>
    public ShownText? Show(ConfidentialText? text, Seal seal, Extent extent = Extent.FullReport) =>
        text is { } confidential && Opens(seal, extent) ? new(confidential.Value) : null;

    /// <summary>True when the person may see what is of this extent and yet no text, such as what kind of interest was declared. It is noted as a text would be.</summary>
    public bool Opens(Seal seal, Extent extent = Extent.FullReport)
    {
        if (SightOf(seal) is not { Ground: { } ground } sight || !sight.Covers(extent)) return false;
        if (_closed) throw new InvalidOperationException("The answer is on its way: what is shown now could not be written down any more.");
        if (!seal.Circle.Owner.Any(urn => Acting.IsAt(urn, Capacity.Headteacher)))
            _readings.Add(new(
                seal.Thing, seal.Id, seal.Circle.Owner.Count > 0 ? seal.Circle.Owner.First() : null, seal.Circle.PartnershipId, Acting.Person, CapacityIn(seal, ground), ground,
                sight.EmergencyAccessId, Acting.Today));
        return true;
    }

    /// <summary>A text to the person whose own it is, whatever it belongs to: what they declared or wrote themself.</summary>
    public ShownText? ShowToAuthor(ConfidentialText? text, PersonId author) => text is { } own && author == Acting.Person ? new(own.Value) : null;

    /// <summary>The capacity that opened it: a head who reads as a member of the team reads as a reviewer.</summary>
    private Capacity? CapacityIn(Seal seal, SightGround ground) =>
        ground == SightGround.EmergencyAccess ? Acting.Is(Capacity.Auditor) ? Capacity.Auditor : Capacity.DataSteward
        : seal.Circle.RingOf(Acting) switch
        {
            AudienceRing.ReviewTeam => Capacity.PeerReviewer,
            AudienceRing.PeerGroupHeads or AudienceRing.PartnershipHeads => Capacity.Headteacher,
            AudienceRing.HostGovernors => Capacity.ChairOfGovernors,
            _ => Acting.For(null, seal.Circle.PartnershipId, null),
        };
}
