using System.Reflection;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using JasperFx.Events;
using Marten;
using Marten.Services;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace EssexImprovement.Host;

/// <summary>Writes beside every fact who recorded it, in which capacity, by which command, and how late; keeps If-Match; answers the new ETag.</summary>
public sealed class Stamp(IHttpContextAccessor http) : DocumentSessionListenerBase
{
    public const string Actor = "actor", InCapacity = "capacity", Command = "command", LateEntryDays = "lateEntryDays", Lateness = "latenessReason", PersonalData = "personalDataReason", Source = "source";

    /// <summary>Who the ledger names when the service itself acts, in a hearer or on the command line.</summary>
    public const string TheService = "system";

    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        var streams = session.PendingChanges.Streams();
        if (streams.Count == 0) return Task.CompletedTask;

        var context = http.HttpContext;
        var acting = context?.Features.Get<Acting>();
        // A page names its command itself: its address takes a form.
        var command = context?.Features.Get<ICommand>()?.GetType() ?? (context?.GetEndpoint()?.Metadata.GetMetadata<HttpChain>()?.RequestType is { } type && type != typeof(void) ? type : null);
        if (!streams.All(IsAReading))
        {
            context?.Features.Set(new DecidedOn([.. streams.Select(stream => (stream.Id, stream.ExpectedVersionOnServer ?? 0))]));
            KeepPrecondition(context, streams);
        }
        foreach (var e in streams.SelectMany(stream => stream.Events))
        {
            e.UserName = acting?.Person.ToString() ?? TheService;
            e.SetHeader(Actor, e.UserName);
            if (CapacityOf(acting, command, e.Data) is { } capacity) e.SetHeader(InCapacity, capacity.ToString());
            e.SetHeader(Source, context is null ? session.CausationId is null ? "CommandLine" : "Policy" : context.Request.Path.StartsWithSegments("/api") ? "Api" : "Page");
            if (command is not null) e.SetHeader(Command, command.Name);
            if (acting is not null && e.Data is IFact fact) e.SetHeader(LateEntryDays, acting.Today.DayNumber - fact.OccurredOn.DayNumber);
            if (context?.Features.Get<Reasons>() is { } reasons)
            {
                if (reasons.Lateness is { } lateness) e.SetHeader(Lateness, lateness.ToString());
                if (reasons.PersonalData is { } confirmed) e.SetHeader(PersonalData, confirmed.ToString());
            }
        }
        return Task.CompletedTask;
    }

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        var streams = commit.GetStreams().ToList();
        if (streams is [var stream] && !IsAReading(stream) && http.HttpContext is { Response.HasStarted: false } context && stream.Events is [.., { Version: > 0 } last])
            context.Response.Headers.ETag = $"\"{last.Version}\"";
        return Task.CompletedTask;
    }

    /// <summary>A line of the reading ledger: written beside an answer, it is no change of the thing that was asked for.</summary>
    private static bool IsAReading(StreamAction stream) => stream.Events.All(e => e.Data is ConfidentialTextRead);

    // Who holds no capacity can record one thing only: what they saw as a member of a confirmed review team. They can read what is released to the public.
    private static Capacity? CapacityOf(Acting? acting, Type? command, object fact) => acting is null ? Capacity.System
        : fact is ConfidentialTextRead reading ? reading.Capacity
        : acting.For(command?.GetCustomAttribute<GivenAsAttribute>()?.Capacity, (fact as IToldInPartnership)?.PartnershipId, (fact as ISchoolFact)?.Urn) ?? Capacity.PeerReviewer;

    private static void KeepPrecondition(HttpContext? context, IEnumerable<StreamAction> streams)
    {
        if (context?.Request.Headers.IfMatch is not { Count: > 0 } header || header.ToString() == "*") return;
        var tags = EntityTagHeaderValue.TryParseList(header, out var parsed) ? parsed.Select(tag => tag.Tag.ToString().Trim('"')) : [];
        if (streams.Any(stream => stream.ExpectedVersionOnServer is { } version && tags.Contains($"{version}"))) return;
        context.Features.Set(new DecidedOn([.. streams.Select(stream => (stream.Id, tags.Select(tag => long.TryParse(tag, out var version) ? version : long.MaxValue).DefaultIfEmpty(long.MaxValue).Min()))]));
        throw new PreconditionFailedException();
    }
}

/// <summary>The thing has changed since the version the request names in If-Match: 412, nothing stored.</summary>
public sealed class PreconditionFailedException() : Exception("The record has changed since the version named in If-Match.");

/// <summary>What a request was about to add to, and the version of each stream it had decided on: what a lost race is told from.</summary>
public sealed record DecidedOn(IReadOnlyList<(Guid Stream, long Version)> Streams);
