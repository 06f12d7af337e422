using System.Xml.Linq;
using EssexImprovement.Contracts;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Wolverine.Http;

namespace EssexImprovement.Host;

/// <summary>The description of the API: OpenAPI 3.1, the one sentence of why on each command, the headers every POST takes, the problems it answers.</summary>
public static class Description
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = described => described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true; // Pages describe themselves.
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "EssexImprovement",
                Version = "v1",
                Description = "School improvement in partnership: recorded as facts, replayed, traced. Additions come without notice; ignore what you do not know.",
            };
            document.Servers?.Clear();
            document.Tags = document.Paths.Values.SelectMany(path => path.Operations is { } operations ? operations.Values.ToArray() : []).SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
                .Select(tag => tag.Reference.Id!).Distinct().Order(StringComparer.Ordinal).Select(room => new OpenApiTag { Name = room }).ToHashSet();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var chain = context.Description.ActionDescriptor.EndpointMetadata.OfType<HttpChain>().FirstOrDefault();
            if (chain is null) return Task.CompletedTask;
            operation.OperationId = OperationIdOf(chain);
            operation.Tags = new HashSet<OpenApiTagReference> { new(chain.EndpointType.Namespace!.Split('.')[^1]) };
            operation.Description = null;
            operation.Summary = Comments.Of(chain.RequestType is { } command && command.IsAssignableTo(typeof(ICommand)) ? $"T:{command.FullName}" : $"M:{chain.EndpointType.FullName}.{chain.Method.Method.Name}");
            operation.Parameters ??= [];
            operation.Parameters.Add(Header(ActingAs.Header, ActingAs.Meaning));
            if (context.Description.HttpMethod == "POST")
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IRequestSizeLimitMetadata>().Any()) // A file, not JSON.
                    operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } } };
                operation.Parameters.Add(Header("Idempotency-Key", "The same key with the same body answers again what it answered first; with another body 422 (XCT-3). Kept 24 hours."));
                operation.Parameters.Add(Header("If-Match", "The ETag you decided on; 412 when the record has changed since (XCT-2)."));
                operation.Parameters.Add(Header("Lateness-Reason", "Needed when the fact is recorded more than 30 days after it happened (XCT-7): entered-from-earlier-record, heard-late, service-unavailable, overlooked."));
                operation.Parameters.Add(Header("Personal-Data-Confirmed", "Needed when a text seems to hold personal data (XCT-5) and has to stand: tells-of-nobody, published-contact, law-requires."));
            }
            operation.Responses ??= [];
            foreach (var (status, meaning) in Refusals)
                if (operation.Responses.TryGetValue(status, out var known)) known.Description = meaning;
                else if (context.Description.HttpMethod == "POST" || status is "401" or "404") operation.Responses[status] = new OpenApiResponse { Description = meaning };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(async (schema, context, token) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(Urn)) (schema.Type, schema.Pattern) = (JsonSchemaType.String, "^[1-9][0-9]{5}$");
            else if (type == typeof(ConfidentialText) || type == typeof(ShownText) || type == typeof(PersonalText) || (type == typeof(string) && schema.Type is null)) schema.Type = JsonSchemaType.String;
            else if (Identity.Is(type)) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
            else if (schema is { Items: null, Type: { } kind } && kind.HasFlag(JsonSchemaType.Array) && type.IsGenericType)
                schema.Items = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, token);
        });
    }

    /// <summary>The reading page draws everything itself: no fonts, proxies or telemetry from elsewhere.</summary>
    public static void Reading(ScalarOptions options) => options.WithTitle("EssexImprovement API").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton();

    private static readonly (string, string)[] Refusals =
    [
        ("400", "The request is not well formed; `field` says where."),
        ("401", "No token, or not one of this service."),
        ("403", "You may know of this but lack the capacity (XCT-4)."),
        ("404", "Unknown, or not for you to see: the two look the same."),
        ("409", "Somebody else recorded something here at the same moment (XCT-2); `changed` lists it: fact, version, occurredOn, recordedAt."),
        ("412", "The record has changed since the version in If-Match (XCT-2); `changed` lists what was recorded since."),
        ("422", "A rule of the domain refuses; `rule` names it."),
    ];

    private static string OperationIdOf(HttpChain chain) => chain.EndpointType.Name.Replace("Endpoint", "", StringComparison.Ordinal);

    private static OpenApiParameter Header(string name, string meaning) =>
        new() { Name = name, In = ParameterLocation.Header, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}

/// <summary>Describes the endpoints in one order, however they were found: what is described first words the schemas, and a changed address is to be a changed line.</summary>
public sealed class InOneOrder : IApiDescriptionProvider
{
    public int Order => int.MinValue; // Executed last.

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        var sorted = context.Results.OrderBy(result => result.RelativePath, StringComparer.Ordinal).ThenBy(result => result.HttpMethod, StringComparer.Ordinal).ToList();
        context.Results.Clear();
        foreach (var result in sorted) context.Results.Add(result);
    }
}

/// <summary>The sentences our own assemblies say about themselves.</summary>
public static class Comments
{
    private static readonly Dictionary<string, string> Summaries = Directory.EnumerateFiles(AppContext.BaseDirectory, "EssexImprovement.*.xml")
        .SelectMany(file => XDocument.Load(file).Descendants("member"))
        .Where(member => member.Element("summary") is not null && member.Attribute("name")!.Value[2..].StartsWith("EssexImprovement.", StringComparison.Ordinal))
        .ToDictionary(member => member.Attribute("name")!.Value, member => string.Join(' ', Text(member.Element("summary")!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // What a comment refers to stands in an attribute, not in its text.
    private static string Text(XElement summary) => string.Concat(summary.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement reference => (reference.Attribute("name") ?? reference.Attribute("cref"))?.Value.Split('.', ':')[^1],
        _ => null,
    }));

    /// <summary>The summary of a type or method; methods match by name, whatever they take.</summary>
    public static string? Of(string name) => Summaries.GetValueOrDefault(name)
        ?? Summaries.FirstOrDefault(summary => summary.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value;
}
