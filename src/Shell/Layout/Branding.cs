using Microsoft.Extensions.Configuration;

namespace EssexImprovement.Shell;

/// <summary>Whose service this looks like: section <c>Branding</c> of the configuration. Neutral until a council says otherwise.</summary>
public sealed record Branding
{
    public string Name { get; init; } = "EssexImprovement";
    public Preset Preset { get; init; } = Preset.Neutral;

    /// <summary>Who answers when a page is in somebody's way: a team and an address, as words.</summary>
    public string? Contact { get; init; }

    /// <summary>Colours come from a class, because the content security policy allows no style written into a page.</summary>
    public string PageClass => Preset == Preset.Neutral ? "govuk-template" : $"govuk-template shell-preset-{Preset.ToString().ToLowerInvariant()}";

    public static Branding Of(IConfiguration configuration) => configuration.GetSection("Branding").Get<Branding>() ?? new();
}

public enum Preset { Neutral, Essex }
