using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.Partnerships;

/// <summary>Schools agree to work together: a partnership's history begins with who founded it and what for.</summary>
public sealed record FormPartnership(
    string Name, PartnershipKind Kind, Quadrant Quadrant, IReadOnlyList<District> Districts, IReadOnlyList<Urn> FoundingUrns, DateOnly OccurredOn,
    OperatingModel? OperatingModel = null, string? PurposeDraft = null) : ICommand
{
    public Objection? Objection(IReadOnlyList<RegisteredSchool> schools, NameTaken name, Acting acting) =>
        !acting.Is(Capacity.PartnershipLead, Capacity.Headteacher, Capacity.DataSteward) ? Contracts.Objection.LacksCapacity("heads, partnership leads and data stewards")
        : string.IsNullOrWhiteSpace(Name) || Name.Length > 120 ? Contracts.Objection.Malformed("name", "A partnership has a name of at most 120 characters.")
        : name.Taken ? Contracts.Objection.Malformed("name", "There is a partnership of this name already.")
        : PurposeDraft?.Length > AgreeMoralPurpose.LongestText ? Contracts.Objection.Malformed("purposeDraft", $"A draft has at most {AgreeMoralPurpose.LongestText} characters.")
        : Kind == PartnershipKind.AreaPartnership != OperatingModel is not null
            ? Contracts.Objection.Malformed("operatingModel", "An area partnership names how it operates; other kinds do not.")
        : FoundingUrns.Distinct().Count() != FoundingUrns.Count ? new("PRT-3", "A school is named twice.", "foundingUrns")
        : SizeOfPartnership.ObjectionToTooFew(Kind, [.. FoundingUrns.Select(urn => new MemberSchool(urn, Membership.Full, OccurredOn))], "foundingUrns") ??
          schools.NotOpenOn(OccurredOn, FoundingUrns, "foundingUrns");

    public PartnershipFormed Decide(PartnershipId id, PersonId convenor) =>
        new(id, Name.Trim(), Kind, Quadrant, Districts, FoundingUrns, OperatingModel, PurposeDraft, convenor, OccurredOn);
}

/// <summary>Whether another partnership has the name. A unique index guards the moment between asking and recording.</summary>
public sealed record NameTaken(bool Taken);

public static class FormPartnershipEndpoint
{
    public static async Task<(IReadOnlyList<RegisteredSchool>, NameTaken)> LoadAsync(FormPartnership command, IQuerySession session, CancellationToken token)
    {
        var name = command.Name.Trim();
        return (await RegisteredSchool.AllAsync(session, command.FoundingUrns, token), new(await session.Query<Partnership>().AnyAsync(partnership => partnership.Name == name, token)));
    }

    public static Objection? Validate(FormPartnership command, IReadOnlyList<RegisteredSchool> schools, NameTaken name, Acting acting) => command.Objection(schools, name, acting);

    [WolverinePost("/api/v1/partnerships")]
    public static (Created<Begun<PartnershipId>>, IStartStream) Post(FormPartnership command, Acting acting)
    {
        var id = PartnershipId.New();
        return (TypedResults.Created($"/api/v1/partnerships/{id}", new Begun<PartnershipId>(id)),
            MartenOps.StartStream<Partnership>(id.Value, command.Decide(id, acting.Person)));
    }
}
