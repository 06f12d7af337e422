using System.Net;
using System.Text.RegularExpressions;
using Marten;
using Shouldly;

namespace EssexImprovement.Tests;

/// <summary>Recording page by page, as a browser without JavaScript does.</summary>
public static partial class OnPages
{
    public static string Url(ReviewThroughTheApi review, string task = "") => $"/reviews/{review.Id}/record{(task.Length > 0 ? "/" + task : "")}";

    /// <summary>Answers every question of a task, checks and confirms, and opens what the service leads to.</summary>
    public static async Task<Shown> RecordAsync(this App app, ReviewThroughTheApi review, string name, string task, params (string Name, string Value)[] answers)
    {
        var (visitor, url) = (new Visitor(app, name), Url(review, task));
        var check = await CheckAsync(visitor, url, answers);
        check.Heading.ShouldBe("Check your answers", check.Text);
        var sent = await visitor.Send(check, url, [.. Fields(check), ("go", "confirm")]);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        return await visitor.Open(sent.Location!);
    }

    public static async Task<Shown> CheckAsync(Visitor visitor, string url, params (string Name, string Value)[] answers)
    {
        var page = await visitor.Open(url);
        for (var at = 0; Asked().Match(page.Html) is { Success: true } asked && at < 12; at++)
        {
            page.Text.ShouldContain("Visible to:");
            var question = asked.Groups[1].Value;
            page = await visitor.Send(page, url, [.. Fields(page), ("go", "next"), .. answers.Where(answer => answer.Name == question || answer.Name.StartsWith(question, StringComparison.Ordinal))]);
            if (page.Errors.Length > 0) return page;
        }
        return page;
    }

    public static (string, string)[] Fields(Shown page) => [.. Hidden().Matches(page.Html[Math.Max(0, page.Html.IndexOf("<main", StringComparison.Ordinal))..]).Select(field => (field.Groups[1].Value, field.Groups[2].Value)).Where(field => field.Item1 != "__RequestVerificationToken")];

    public static async Task<IReadOnlyList<JasperFx.Events.IEvent>> EventsAsync(this App app, ReviewThroughTheApi review)
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return await session.Events.FetchStreamAsync(review.Id.Value);
    }

    [GeneratedRegex("""<input type="hidden" name="at" value="([^"]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
