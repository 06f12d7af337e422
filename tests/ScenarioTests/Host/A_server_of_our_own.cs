using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using Npgsql;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class A_server_of_our_own(ServerFolder own) : IClassFixture<ServerFolder>
{
    [Theory]
    [InlineData("fsync")]
    [InlineData("synchronous_commit")]
    [InlineData("full_page_writes")]
    [InlineData("data_checksums")]
    public async Task keeps_what_it_acknowledged(string setting) =>
        (await own.AskAsync<string>($"show {setting}")).ShouldBe("on");

    [Fact]
    public async Task is_asked_in_UTC_and_prepares_what_is_repeated()
    {
        (await own.AskAsync<string>("show timezone")).ShouldBe("UTC");
        new NpgsqlConnectionStringBuilder(own.Server.ConnectionString).MaxAutoPrepare.ShouldBe(200);
    }

    [Fact]
    public async Task holds_the_named_database() =>
        (await own.AskAsync<string>("select current_database()::text")).ShouldBe("essex");

    [Fact]
    public void listens_on_loopback_only()
    {
        var port = new NpgsqlConnectionStringBuilder(own.Server.ConnectionString).Port;
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == port).ToList();
        listening.ShouldNotBeEmpty();
        listening.ShouldAllBe(end => IPAddress.IsLoopback(end.Address));
    }

    [Fact]
    public async Task has_no_socket_that_another_user_could_find() =>
        (await own.AskAsync<string>("show unix_socket_directories")).ShouldBe("");

    [Theory]
    [InlineData("guessed")]
    [InlineData("")]
    public async Task turns_away_whoever_lacks_its_password(string password)
    {
        var stranger = new NpgsqlConnectionStringBuilder(own.Server.ConnectionString) { Password = password }.ConnectionString;
        var refusal = await Should.ThrowAsync<NpgsqlException>(() => ServerFolder.AskAsync<int>(stranger, "select 1"));
        (refusal.SqlState ?? refusal.Message).ShouldBeOneOf(PostgresErrorCodes.InvalidPassword, "No password has been provided but the backend requires one (in SASL/SCRAM-SHA-256)");
    }

    [Fact]
    public void keeps_its_password_and_data_to_itself()
    {
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(Path.Combine(own.Folder, "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(own.Data).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (File.GetUnixFileMode(own.Folder) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)).ShouldBe(UnixFileMode.None);
    }

    [Fact]
    public void never_runs_as_root()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's.");
        own.Status("Uid").Split('\t')[2].ShouldNotBe("0");
    }

    [Fact]
    public void is_out_of_reach_of_a_terminals_interrupt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's.");
        own.Status("NSsid").Split('\t')[1].ShouldBe(own.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task makes_and_drops_a_database_even_while_somebody_is_connected()
    {
        var throwAway = await own.Server.CreateDatabaseAsync("a \"throw-away\"");
        await using var connection = new NpgsqlConnection(throwAway + ";Pooling=false");
        await connection.OpenAsync();
        (await own.Server.CreateDatabaseAsync("a \"throw-away\"")).ShouldBe(throwAway);

        await own.Server.DropDatabaseAsync("a \"throw-away\"");

        (await own.AskAsync<long>("select count(*) from pg_database where datname like 'a %'")).ShouldBe(0);
    }
}
