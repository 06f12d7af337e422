using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;

namespace EssexImprovement.ImprovementWork;

/// <summary>A review and all that is asked about it while somebody records on a page: what the rules need, and who is who for this reader.</summary>
public sealed record ReviewRecording(
    PeerReview Review, ReviewingPartnership Partnership, IReadOnlyList<SchoolInReview> Schools, IReadOnlyDictionary<Urn, PersonId> Heads, IReadOnlyList<TrainingRecord> Training, LinkedSchools Linked, IReadOnlyList<PeerReview> LastYear, SelfReviewsOfHost SelfReviews, TermCalendar Calendar, PeopleShown People, Reader Reader,
    FollowingUp FollowingUp, IReadOnlyList<HeadsOfSchool> Leaders)
{
    public Acting Acting => Reader.Acting;

    /// <summary>"Review of Ashdown School".</summary>
    public string Caption => $"Review of {School(Review.HostUrn)}";

    public Seal Seal => Review.SealIn(Partnership, Acting.Today);

    /// <summary>What its team is weighed against today.</summary>
    public FitnessOfTeam Fitness => new(Partnership, Schools, Linked, LastYear, Training, Leaders);

    /// <summary>Reads it in as many round trips as there are streams of a kind, however many schools take part. Training and name are read of <paramref name="named"/> too: somebody named by their reference.</summary>
    public static async Task<ReviewRecording> OfAsync(PeerReview review, PersonId? named, IQuerySession session, IPeople people, Reader reader, CancellationToken token)
    {
        var partnership = await ReviewingPartnership.OfAsync(review, session, token);
        var followingUp = await FollowingUp.OfAsync(review, partnership, reader.Acting.Today, session, token);
        Urn[] urns = [.. partnership.MembersOn(reader.Acting.Today).Concat(review.OwnersIn(partnership)).Concat(review.Team.Select(member => member.HomeUrn).OfType<Urn>())
            .Concat(followingUp.Champions.Select(champion => champion.HomeUrn)).Distinct()];
        var schools = await SchoolInReview.AllAsync(urns, session, token);
        var leaders = await HeadsOfSchool.AllAsync(urns, session, token);
        var heads = leaders.HeadsOn(urns, reader.Acting.Today);
        PersonId[] known = [.. review.Team.Select(member => member.PersonId), .. heads.Values, reader.Acting.Person, .. followingUp.Champions.Select(champion => champion.PersonId)];
        if (named is { } other) known = [.. known, other];
        return new(review, partnership, schools, heads, await TrainingRecords.OfAsync(known, session, token),
            await LinkedSchools.ScrutinisingAsync(partnership, review.Team.Select(member => member.HomeUrn).OfType<Urn>(), reader.Acting.Today, session, token),
            await FitnessOfTeam.EarlierAsync(review, partnership, session, token), await SelfReviewsOfHost.OfAsync(review.LineIn(partnership), reader.Acting.Today, session, token), await ImprovementWork.Calendar.ReadAsync(session, token),
            await people.ShowAsync(known, [review.PartnershipId], reader.Acting, token), reader, followingUp, leaders);
    }

    /// <summary>"Ashdown School", or by its number when the register does not know it.</summary>
    public string School(Urn urn) => Schools.FirstOrDefault(school => school.Urn == urn)?.Name ?? $"School {urn}";

    /// <summary>"Amina Fairweather, lead, Ashdown School", as far as the reader may know.</summary>
    public string Member(TeamMember member) =>
        string.Join(", ", new[] { People[member.PersonId] is { IsTold: true } told ? told.InWords() : null, Words.Of(member.Role), member.HomeUrn is { } home ? School(home) : null }.OfType<string>());

    /// <summary>A member of the team as an answer to choose.</summary>
    public Option Choice(TeamMember member) => new(member.PersonId.ToString(), Words.Sentence(Member(member)));

    /// <summary>The same where somebody is proposed. Where nobody is, a refusal of one person says so.</summary>
    public Objection? NobodyProposed(Objection? refused) => refused is { Field: "personId", Status: not (403 or 404) } && Review.Team.IsEmpty ? refused with { Detail = "Nobody has been proposed for the team yet." } : refused;

    /// <summary>What a step of the workshop is decided on.</summary>
    public AroundWorkshop Around => new(Partnership, FollowingUp.Workshop, Schools, FollowingUp.HeadsOfHost, FollowingUp.Records, FollowingUp.Linked);

    /// <summary>Who runs the workshop, of those trained for it at another school.</summary>
    public Question WhichChampions(string label, bool optional = false) => new("champions", label, AnswerKind.Several)
    {
        Hint = "Whoever is trained as an improvement champion at another school and not on the team", Optional = optional,
        Options = [.. FollowingUp.Champions.Select(champion => new Option($"{champion.PersonId}", People[champion.PersonId].InWords(Capacity.ImprovementChampion), School(champion.HomeUrn)))],
    };

    public IReadOnlyList<Champion> ChampionsIn(Answers answers) => [.. FollowingUp.Champions.Where(champion => answers.All("champions").Contains($"{champion.PersonId}"))];

    /// <summary>Findings as answers to choose; with their words for whoever may read them.</summary>
    public IReadOnlyList<Option> FindingsAsChoices() => [.. Review.Findings.Select((finding, at) => new Option($"{finding.FindingId}", FindingInWords(finding, at), Words.Sentence(Words.Of(finding.Kind))))];

    public string FindingInWords(FindingAgreed finding, int at) => Shown(finding.Statement) ?? $"Finding {at + 1}";

    /// <summary>Items of evidence as answers to choose; with their words for whoever may read them.</summary>
    public IReadOnlyList<Option> EvidenceAsChoices() =>
        [.. Review.Evidence.Select(item => new Option($"{item.EvidenceId}", Shown(item.WhatWasSeen) ?? $"Recorded on {When.InWords(item.OccurredOn)}", Words.Sentence(Words.Of(item.Kind))))];

    /// <summary>The lines of enquiry as answers to choose; with their words for whoever may read them.</summary>
    public IReadOnlyList<Option> Lines() => [.. (Review.Enquiry?.LinesOfEnquiry ?? []).Select(line => new Option($"{line.Number}", Shown(line.Text) ?? $"Line {line.Number}"))];

    /// <summary>A text of this review that does not travel in any release, for whoever may read it.</summary>
    public string? Shown(ConfidentialText? text) => Reader.Show(text, Seal.Unreleased())?.Value;

    /// <summary>Who it was seen or written by: the person themself when they are on the team, else whom the lead names.</summary>
    public IReadOnlyList<Question> ByWhom(string name, string label) =>
        Review.JudgedBy(Acting.Person) ? [] : [new(name, label, AnswerKind.One) { Options = [.. Review.ConfirmedTeam().Where(member => Review.JudgedBy(member.PersonId)).Select(Choice)] }];

    /// <summary>The person themself when they judge, else somebody who does: to ask a slice with whether it takes anything.</summary>
    public PersonId SomebodyWhoJudges => Review.JudgedBy(Acting.Person) ? Acting.Person : Review.ConfirmedTeam().Select(member => member.PersonId).FirstOrDefault(Review.JudgedBy);

    public PersonId ByWhom(string name, Answers answers) => PersonId.TryParse(answers.Of(name), null, out var named) ? named : Acting.Person;

    /// <summary>The values of an enumeration as answers to choose.</summary>
    public static IReadOnlyList<Option> Choices<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Option($"{value}", Words.Sentence(Words.Of(value))))];

    public static IReadOnlyList<Option> YesOrNo { get; } = [new("yes", "Yes"), new("no", "No")];
}
