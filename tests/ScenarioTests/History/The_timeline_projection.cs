using EssexImprovement.History;
using JasperFx.Core;
using Marten;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class The_timeline_projection(ATriad triad) : IClassFixture<ATriad>
{
    private readonly App app = triad.App;

    [Fact]
    public async Task rebuilt_twice_gives_identical_documents()
    {
        var id = await triad.FormedAsync();
        var review = await app.AReviewAsync(id);
        await app.ADecisionAsync(id, review.Events[2]);
        await app.AndWaitAsync(() => Task.CompletedTask);
        var first = await DocumentsAsync();
        first.Count.ShouldBe(9 + 4 + 5 + 1);

        var daemon = app.Host.Services.GetRequiredService<IProjectionCoordinator>().DaemonForMainDatabase();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await daemon.RebuildProjectionAsync(TimelineProjection.Called, CancellationToken.None);
            (await DocumentsAsync()).ShouldBe(first);
        }
    }

    private async Task<List<string>> DocumentsAsync()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var query = new NpgsqlCommand("select id::text || data::text from history.mt_doc_timelineentry order by id", connection);
        await using var rows = await query.ExecuteReaderAsync();
        var documents = new List<string>();
        while (await rows.ReadAsync()) documents.Add(rows.GetString(0));
        return documents;
    }
}
