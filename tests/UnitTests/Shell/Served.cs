using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>What a browser is given by the build. The typeface, crown and crest belong to GOV.UK alone; nothing is fetched from elsewhere.</summary>
public sealed partial class What_the_shell_serves
{
    private static readonly DirectoryInfo Folder = new(Path.Combine(Root(AppContext.BaseDirectory), "src", "Shell", "wwwroot"));

    [Fact]
    public void is_made_by_the_build() =>
        Folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["LICENCES.txt", "govuk-frontend.min.js", "icon.svg", "print.css", "site.css", "site.js"]);

    [Theory, InlineData("site.css"), InlineData("print.css"), InlineData("site.js"), InlineData("govuk-frontend.min.js"), InlineData("icon.svg")]
    public void names_nothing_of_another_house(string file) => Faults(Read(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("@font-face{font-family:GDS Transport}"), InlineData(".govuk-footer__crown{}"), InlineData("background:url(/assets/images/govuk-crest.svg)")]
    [InlineData("src:url(\"https://elsewhere.example/a.woff2\")"), InlineData("src:url(//elsewhere.example/a.woff2)")]
    public void would_be_found_out(string text) => Faults(text).ShouldNotBeEmpty();

    [Fact]
    public void carries_the_notice_its_licence_asks_for()
    {
        Read("LICENCES.txt").ShouldContain("Copyright (C) 2017 Crown Copyright (Government Digital Service)");
        Read("site.css").ShouldContain("MIT licence: see LICENCES.txt");
    }

    [Fact]
    public void has_a_colour_for_each_preset()
    {
        var css = Read("site.css");
        foreach (var preset in Enum.GetValues<Shell.Preset>().Where(preset => preset != Shell.Preset.Neutral))
            css.ShouldContain($"html.{new Shell.Branding { Preset = preset }.PageClass.Split(' ')[^1]}{{--govuk-brand-colour");
    }

    [Fact]
    public void comes_from_a_lock_file_that_names_no_place() =>
        File.ReadAllText(Path.Combine(Folder.Parent!.FullName, "package-lock.json")).ShouldNotContain("\"resolved\"");

    private static IEnumerable<string> Faults(string text) => Foreign().Matches(text).Select(match => match.Value);

    [GeneratedRegex("""GDS Transport|crown|crest|url\(\s*["']?(https?:)?//[^)]*""", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder.FullName, file));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "EssexImprovement.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
