using System.Text.RegularExpressions;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed partial class A_page
{
    private static readonly FieldError[] Wrong =
        [new("title", "Enter a title"), new("OccurredOn-month", "The date must include a month"), new("kind", "Choose a kind"), new("schools", "Choose a school"), new(null, "The protocol is not confirmed")];

    [Fact]
    public async Task says_in_its_title_that_something_is_wrong()
    {
        (await Html<Page>(new { Title = "Record a visit", Errors = Wrong })).ShouldContain("<title>Error: Record a visit - EssexImprovement</title>");
        (await Html<Page>(new { Title = "Record a visit" })).ShouldContain("<title>Record a visit - EssexImprovement</title>");
    }

    [Fact]
    public async Task has_one_first_heading_and_a_way_past_its_header()
    {
        var html = await Html<Page>(new { Title = "Schools" });
        Regex.Count(html, "<h1").ShouldBe(1);
        html.ShouldContain("href=\"#main-content\"");
        html.ShouldContain("id=\"main-content\"");
    }

    [Fact]
    public async Task leads_from_each_error_to_the_field_that_shows_it()
    {
        var html = await Html<Page>(new { Title = "Record a visit", Errors = Wrong, ChildContent = Fields });
        foreach (var error in Wrong.Where(error => error.Href is not null))
        {
            html.ShouldContain($"<a href=\"{error.Href}\">{error.Message}</a>");
            html.ShouldContain($"id=\"{error.Href![1..]}\"");
            html.ShouldContain($"<span class=\"govuk-visually-hidden\">Error:</span> {error.Message}</p>");
        }
    }

    [Fact]
    public async Task describes_its_controls_only_by_what_is_there()
    {
        var html = await Html<Page>(new { Title = "Record a visit", Errors = Wrong, ChildContent = Fields });
        var described = Described().Matches(html).SelectMany(match => match.Groups[1].Value.Split(' ')).ToList();
        described.ShouldContain("title-error");
        described.ShouldAllBe(id => html.Contains($"id=\"{id}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task writes_what_was_typed_as_words_and_never_as_markup() =>
        (await Html<TextField>(new { Name = "Title", Label = "Title", Value = "\"><script>" })).ShouldNotContain("<script>");

    [Fact]
    public async Task looks_the_same_when_forbidden_as_when_there_is_nothing() =>
        (await Html<ProblemPage>(new { Status = 403, Detail = "Only the lead may see it." })).ShouldBe(await Html<ProblemPage>(new { Status = 404 }));

    [Theory, InlineData(400, "We cannot accept what was sent"), InlineData(409, "Someone else changed this"), InlineData(412, "Someone else changed this"), InlineData(500, "There is a problem with the service")]
    public async Task of_a_problem_says_which(int status, string heading) =>
        (await Html<ProblemPage>(new { Status = status })).ShouldContain($"<h1 class=\"govuk-heading-l\">{heading}</h1>");

    private static readonly RenderFragment Fields = builder =>
    {
        Add<TextField>(new { Name = "Title", Label = "Title", Hint = "A few words" });
        Add<TextArea>(new { Name = "Note", Label = "Note", MaxLength = (int?)2000 });
        Add<DateField>(new { Name = "OccurredOn", Label = "When was it?" });
        Add<Radios>(new { Name = "Kind", Label = "Which kind?", Options = new Option[] { new("peer", "Peer review", "Not an inspection"), new("support", "Support") } });
        Add<Checkboxes>(new { Name = "Schools", Label = "Which schools?", Options = new Option[] { new("990001", "Alder Primary") } });

        void Add<T>(object parameters) where T : IComponent
        {
            builder.OpenComponent<T>(0);
            foreach (var property in parameters.GetType().GetProperties()) builder.AddComponentParameter(1, property.Name, property.GetValue(parameters));
            builder.CloseComponent();
        }
    };

    private static async Task<string> Html<T>(object parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var values = parameters.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(parameters));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(values))).ToHtmlString());
    }

    [GeneratedRegex("aria-describedby=\"([^\"]*)\"")]
    private static partial Regex Described();
}
