using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A link and the other partnership's name, told to whoever may know of that one.</summary>
public sealed record LinkInWords(PartnershipLinkAgreed Link, string Name);

/// <summary>What a partnership agreed, newest first, for its page.</summary>
public sealed record AgreementsView(
    PartnershipId Id, string Name, IReadOnlyList<MoralPurposeAgreed> Purposes, IReadOnlyList<ProtocolAdopted> Protocols, IReadOnlyList<ProtocolSigned> Signatures,
    IReadOnlyList<Urn> Signers, IReadOnlyList<StagePlanAsSeen> Plans, IReadOnlyList<LinkInWords> Links, IReadOnlyDictionary<Urn, string> Names)
{
    public string NameOf(Urn urn) => Names.GetValueOrDefault(urn) ?? $"School {urn}";

    public string SignatureOf(Urn urn, Capacity capacity) =>
        Signatures.FirstOrDefault(signature => signature.Version == Protocols[0].Version && signature.Urn == urn && signature.Capacity == capacity) is { } signed
            ? $"Signed on {When.InWords(signed.OccurredOn)}" : "Missing";
}

public static class AgreementsPageEndpoint
{
    private static readonly Type[] Kinds = [typeof(MoralPurposeAgreed), typeof(ProtocolAdopted), typeof(ProtocolSigned), typeof(PartnershipLinkAgreed), .. AgreementsAsSeen.StagePlan];

    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>What a partnership agreed: purpose, protocol and who signed it, stage plan, links.</summary>
    [WolverineGet("/partnerships/{partnershipId}/agreements")]
    public static async Task<RazorComponentResult> Get([ReadModel] Partnership partnership, IQuerySession session, Reader reader, CancellationToken token)
    {
        var told = await OwnStream.ReadAsync(session, partnership, reader, token, Kinds);
        var links = new List<LinkInWords>();
        foreach (var link in told.All<PartnershipLinkAgreed>().NewestFirst())
            links.Add(new(link, await session.LoadAsync<Partnership>((object)link.OtherId, token) is { } other && other.MayBeKnownTo(reader.Acting) ? other.Name : "Another partnership"));
        return new RazorComponentResult<AgreementsPage>(new
        {
            View = new AgreementsView(
                partnership.Id, partnership.Name, told.All<MoralPurposeAgreed>().NewestFirst(), told.All<ProtocolAdopted>().NewestFirst(), told.All<ProtocolSigned>().NewestFirst(),
                [.. partnership.FullMembersOn(reader.Acting.Today)], told.StagePlans().NewestFirst(), links, await partnership.NamesOfMembersAsync(session, token)),
        });
    }
}
