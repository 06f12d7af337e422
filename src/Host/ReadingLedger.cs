using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;

namespace EssexImprovement.Host;

/// <summary>Writes down what a request was shown, after it was answered for and before the answer leaves: a text whose reading cannot be stored is not sent. It decides nothing:
/// what is noted is what the <see cref="Reader"/> says.</summary>
public static class ReadingLedger
{
    /// <summary>True for an address that reads through a reader: it asks for one.</summary>
    public static bool Concerns(HttpChain chain) => chain.EndpointType.GetMethods().Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Reader)));

    /// <summary>In a transaction of its own: what was read stays read, whatever else becomes of the request. Each reading is a stream of its own, so that no two readers meet.</summary>
    public static async Task AfterAsync(Reader reader, HttpContext context, IDocumentStore store, CancellationToken token)
    {
        if (reader.Close() is not { Count: > 0 } readings || context.Features.Get<HeadersAlone>() is not null) return;
        await using var session = store.LightweightSession();
        foreach (var reading in readings) session.Events.StartStream<ConfidentialTextRead>(Guid.CreateVersion7(), reading);
        await session.SaveChangesAsync(token);
    }
}
