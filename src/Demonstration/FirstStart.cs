using EssexImprovement.Shell;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EssexImprovement.Demonstration;

/// <summary>Tells the story once, when the service has started and its ledger knows no partnership.</summary>
internal sealed class FirstStart(IServer server, IHostApplicationLifetime lifetime, TimeProvider clock, ServiceNotice notice, ILogger<FirstStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var begun = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address) return;

        using var http = new HttpClient { BaseAddress = new(address.Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal)) };
        var api = new Api(http);
        try
        {
            if ((await api.GetAsync("administrator", "/api/v1/partnerships"))["items"]!.AsArray().Count > 0) return;
            log.LogInformation("The ledger is empty: the demonstration is being recorded.");
            notice.Text = "The demonstration is still being recorded, so what you see is not complete. Open this page again in half a minute.";
            await new Story(api, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)).TellAsync();
            log.LogInformation("The demonstration is recorded: sign in at {Address}.", address);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            if (!stoppingToken.IsCancellationRequested) log.LogError(e, "The demonstration stopped short; what it recorded so far stays.");
        }
        finally
        {
            notice.Text = null;
        }
    }
}
