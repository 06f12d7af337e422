using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A link and the other partnership's name, told to whoever may know of that one.</summary>
public sealed record LinkInWords(PartnershipLinkAgreed Link, string Name);

/// <summary>What a partnership agreed, newest first, for its page.</summary>
public sealed record AgreementsView(
    PartnershipId Id, string Name, IReadOnlyList<MoralPurposeAgreed> Purposes, IReadOnlyList<ProtocolAdopted> Protocols, IReadOnlyList<ProtocolSigned> Signatures,
    IReadOnlyList<Urn> Signers, IReadOnlyList<StagePlanAsSeen> Plans, IReadOnlyList<LinkInWords> Links, IReadOnlyDictionary<Urn, string> Names, IReadOnlyList<Lead> Leads,
    PeopleShown People)
{
    private static readonly Type[] Kinds = [typeof(MoralPurposeAgreed), typeof(ProtocolAdopted), typeof(ProtocolSigned), typeof(PartnershipLinkAgreed), .. AgreementsAsSeen.StagePlan];

    public string NameOf(Urn urn) => Names.GetValueOrDefault(urn) ?? $"School {urn}";

    public string SignatureOf(Urn urn, Capacity capacity) =>
        Signatures.FirstOrDefault(signature => signature.Version == Protocols[0].Version && signature.Urn == urn && signature.Capacity == capacity) is { } signed
            ? $"Signed on {When.InWords(signed.OccurredOn)}{(People[signed.PersonId] is { IsTold: true } told ? $" by {told.InWords()}" : "")}" : "Missing";

    /// <summary>"Pat Example, headteacher of Ashdown Academy", and where this reader may not know who it was, "the headteacher of Ashdown Academy".</summary>
    public string InWords(Signatory signatory) =>
        $"{(People[signatory.PersonId] is { IsTold: true } told ? $"{told.InWords()}, " : "the ")}{Words.Of(signatory.Capacity)} of {NameOf(signatory.Urn)}";

    /// <summary>"Pat Example (lead)", and where this reader may not know who it is, "the lead".</summary>
    public string InWords(Lead lead) => People[lead.PersonId] is { IsTold: true } told ? $"{told.InWords()} ({Words.Of(lead.Role)})" : $"the {Words.Of(lead.Role)}";

    public static async Task<AgreementsView> ReadAsync(IQuerySession session, Partnership partnership, IPeople people, Reader reader, CancellationToken token)
    {
        var told = await OwnStream.ReadAsync(session, partnership, reader, token, Kinds);
        var (purposes, signatures) = (told.All<MoralPurposeAgreed>().NewestFirst(), told.All<ProtocolSigned>().NewestFirst());
        var leads = partnership.Leads.Where(lead => lead.On(reader.Acting.Today)).ToList();
        PersonId[] named = [.. purposes.SelectMany(purpose => purpose.Signatories).Select(signatory => signatory.PersonId), .. signatures.Select(signature => signature.PersonId), .. leads.Select(lead => lead.PersonId)];
        var links = told.All<PartnershipLinkAgreed>().NewestFirst();
        var others = links.Select(link => link.OtherId.Value).ToArray();
        var linked = others.Length == 0 ? [] : await session.Query<Partnership>().Where(other => other.MatchesSql("d.id = any(?)", others)).ToListAsync(token);
        return new(
            partnership.Id, partnership.Name, purposes, told.All<ProtocolAdopted>().NewestFirst(), signatures, [.. partnership.FullMembersOn(reader.Acting.Today)], told.StagePlans().NewestFirst(),
            [.. links.Select(link => new LinkInWords(link, linked.FirstOrDefault(other => other.Id == link.OtherId && other.MayBeKnownTo(reader.Acting))?.Name ?? "Another partnership"))],
            await partnership.NamesOfMembersAsync(session, token), leads, await people.ShowAsync(named, [partnership.Id], reader.Acting, token));
    }
}

public static class AgreementsPageEndpoint
{
    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>What a partnership agreed: purpose, protocol and who signed it, stage plan, links.</summary>
    [WolverineGet("/partnerships/{partnershipId}/agreements")]
    public static async Task<RazorComponentResult> Get([ReadModel] Partnership partnership, IQuerySession session, IPeople people, Reader reader, CancellationToken token) =>
        new RazorComponentResult<AgreementsPage>(new { View = await AgreementsView.ReadAsync(session, partnership, people, reader, token) });
}
