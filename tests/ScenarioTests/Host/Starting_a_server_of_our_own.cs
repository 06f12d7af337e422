using System.Diagnostics;
using System.Globalization;
using EssexImprovement.Host;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class Starting_a_server_of_our_own : IAsyncLifetime
{
    private readonly ServerFolder own = new();

    public ValueTask InitializeAsync() => own.InitializeAsync();

    public ValueTask DisposeAsync() => own.DisposeAsync();

    [Fact]
    public async Task again_keeps_what_was_recorded()
    {
        await RecordAsync();
        await own.AgainAsync();
        await ShouldBeRecordedAsync();
    }

    [Fact]
    public async Task after_it_was_killed_keeps_what_was_recorded()
    {
        await RecordAsync();
        using var postmaster = Process.GetProcessById(own.ProcessId);
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        File.Exists(own.Lock).ShouldBeTrue();

        await own.AgainAsync();

        await ShouldBeRecordedAsync();
    }

    [Fact]
    public async Task beside_a_lock_that_names_a_living_stranger_still_works()
    {
        await RecordAsync();
        var left = await File.ReadAllLinesAsync(own.Lock);
        await own.Server.DisposeAsync();
        left[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(own.Lock, left);

        await own.InitializeAsync();

        await ShouldBeRecordedAsync();
    }

    [Fact]
    public async Task twice_shares_it_until_the_last_has_left()
    {
        var first = own.Server;
        await using var second = await EmbeddedPostgres.StartAsync(own.Folder);
        second.ConnectionString.ShouldBe(first.ConnectionString);

        await first.DisposeAsync();
        (await ServerFolder.AskAsync<int>(second.ConnectionString, "select 1")).ShouldBe(1);

        await second.DisposeAsync();
        File.Exists(own.Lock).ShouldBeFalse();
    }

    [Fact]
    public async Task on_data_of_another_major_version_is_refused_with_what_to_do()
    {
        await own.Server.DisposeAsync();
        var version = Path.Combine(own.Data, "PG_VERSION");
        await File.WriteAllTextAsync(version, "14\n");

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => EmbeddedPostgres.StartAsync(own.Folder));

        refusal.Message.ShouldContain("was written by PostgreSQL 14");
        refusal.Message.ShouldContain("Install the server of PostgreSQL 14");
        refusal.Message.ShouldContain("deploy/README.md");
        (await File.ReadAllTextAsync(version)).ShouldBe("14\n");
    }

    [Fact]
    public async Task with_programs_that_are_not_there_is_refused()
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = own.Folder, Binaries = own.Folder }));
        refusal.Message.ShouldStartWith("EmbeddedPostgres__Binaries is");
    }

    private Task<string> RecordAsync() => own.AskAsync<string>("create table ledger (fact text); insert into ledger values ('recorded') returning fact");

    private async Task ShouldBeRecordedAsync() => (await own.AskAsync<string>("select fact from ledger")).ShouldBe("recorded");
}
