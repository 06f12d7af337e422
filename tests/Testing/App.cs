using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alba;
using EssexImprovement.Contracts;
using EssexImprovement.Demonstration;
using EssexImprovement.Host;
using JasperFx.CommandLine;
using JasperFx.Core;
using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Wolverine.Marten;
using Wolverine.Tracking;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>The whole service over a real PostgreSQL, entered by its front door. One host for a class of tests; what tests share they must not change.</summary>
public sealed class App : IAsyncLifetime
{
    private string _database = "";

    /// <summary>The clock the service asks; a test may move its own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A database that outlives this service, as one does over a restart; null for a new one that goes with it.</summary>
    public string? Database { get; init; }

    public IAlbaHost Host { get; private set; } = null!;

    public string ConnectionString => _database;

    public async ValueTask InitializeAsync()
    {
        _database = Database ?? await Server.NewDatabaseAsync();
        JasperFxEnvironment.AutoStartHost = true;
        Host = await AlbaHost.For<Program>(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("ConnectionStrings:ledger", _database);
            host.UseSetting("Demonstration:Play", "false");
            host.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
            host.ConfigureServices(services => services.AddSingleton(Clock));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (Database is null) await Server.DropAsync(_database);
    }

    /// <summary>The pseudonym of whoever signs in under this name.</summary>
    public static PersonId Person(string name) => PersonId.Of(Personas.Issuer, name);

    /// <summary>A caller with a token of that name; every name is a person, and a stranger until a fact gives a capacity.</summary>
    public Caller As(string name) => new(this, Personas.Token(name));

    /// <summary>A caller with this token, or with none.</summary>
    public Caller With(string? token) => new(this, token);

    /// <summary>What a fact store holds now; a refused command must leave it as it was.</summary>
    public async Task<long> FactsAsync()
    {
        await using var session = Host.DocumentStore().QuerySession();
        return await session.Events.QueryAllRawEvents().CountAsync();
    }

    /// <summary>Sends the service a message of its own, and waits until all that it set off has been handled.</summary>
    public Task<ITrackedSession> SendAsync(object message) => Host.TrackActivity().Timeout(30.Seconds()).SendMessageAndWaitAsync(message);

    /// <summary>Does something, and waits until all that it set off has been handled and every projection has caught up.</summary>
    public Task<ITrackedSession> AndWaitAsync(Func<Task> what) =>
        Host.TrackActivity().Timeout(30.Seconds()).PauseThenCatchUpOnMartenDaemonActivity().ExecuteAndWaitAsync(_ => what());
}

/// <summary>Somebody at the front door.</summary>
public sealed class Caller(App app, string? token)
{
    private static readonly JsonSerializerOptions Json = Strict();

    /// <summary>Posts a body: an object becomes JSON as the API reads it, a string goes as it is.</summary>
    public Task<Answer> Post(string url, object body, params (string Name, string Value)[] headers) => Send("POST", url, body, headers);

    /// <summary>Posts something that happened so long ago that it needs a reason.</summary>
    public Task<Answer> PostLate(string url, object body) => Send("POST", url, body, [("Lateness-Reason", "entered-from-earlier-record")]);

    /// <summary>Gets an address.</summary>
    public Task<Answer> Get(string url, params (string Name, string Value)[] headers) => Send("GET", url, null, headers);

    /// <summary>Sends anything.</summary>
    public async Task<Answer> Send(string method, string url, object? body, (string Name, string Value)[] headers, string contentType = "application/json")
    {
        using var client = app.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(new(method), url);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonSerializer.Serialize(body, body.GetType(), Json), Encoding.UTF8, contentType);
        using var response = await client.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.ToString(), response.Headers.Location?.ToString(),
            response.Content.Headers.ContentType?.MediaType);
    }

    private static JsonSerializerOptions Strict()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Door.Strictly(json);
        return json;
    }
}

/// <summary>What the service answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Body, string? ETag, string? Location, string? ContentType)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The body is null.");

    /// <summary>The id of what was begun.</summary>
    public Guid Id => Json["id"]!.GetValue<Guid>();

    /// <summary>It was done: 2xx.</summary>
    public Answer Done()
    {
        ((int)Status).ShouldBeInRange(200, 299, Body);
        return this;
    }

    /// <summary>It was refused: this status, a problem, this rule, and the field if one is named.</summary>
    public Answer Refused(int status, string rule, string? field = null)
    {
        ((int)Status).ShouldBe(status, Body);
        ContentType.ShouldBe("application/problem+json");
        Json["rule"].ShouldNotBeNull(Body).GetValue<string>().ShouldBe(rule, Body);
        if (field is not null) Json["field"].ShouldNotBeNull(Body).GetValue<string>().ShouldBe(field, Body);
        return this;
    }
}
