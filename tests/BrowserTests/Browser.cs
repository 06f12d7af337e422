using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(EssexImprovement.Tests.Browser))]

namespace EssexImprovement.Tests;

/// <summary>The running service with its demonstration, and a real Chromium in front of it. Classes that only read share one; a class that records has its own (<c>IClassFixture</c>).</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningService? _service;

    public string Address => _service!.Address;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(demonstration: true);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_service is not null) await _service.DisposeAsync();
    }

    /// <summary>A new visitor: no cookies, this width, with or without JavaScript.</summary>
    public async Task<IPage> VisitorAsync(int width = 1280, bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = javaScript, Locale = "en-GB" });
        return await context.NewPageAsync();
    }
}

public static class Looking
{
    /// <summary>Signs in through the personas' page.</summary>
    public static async Task SignInAsync(this IPage page, string persona)
    {
        await page.GotoAsync("/partnerships");
        await page.GetByLabel(persona, new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).FollowAsync();
    }

    /// <summary>Presses a link or button and waits until the page that answers has loaded. A click alone returns sooner: what is measured then has no styles yet, and a page opened then
    /// breaks off the form that is being sent.</summary>
    public static Task FollowAsync(this ILocator link) => link.Page.FollowAsync(() => link.ClickAsync());

    /// <summary>The same for anything that leads to a page, such as a key.</summary>
    public static async Task FollowAsync(this IPage page, Func<Task> what)
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await what();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            page.Load -= Loaded;
        }
    }

    /// <summary>It fits its window, and with JavaScript, which axe itself is, axe finds nothing.</summary>
    public static async Task ShouldReadWellAsync(this IPage page, bool javaScript = true)
    {
        await page.ShouldFitAsync();
        if (javaScript) await page.ShouldBeAccessibleAsync();
    }

    /// <summary>axe finds nothing against WCAG 2.2 AA and its best practice.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(", ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty(page.Url);
        found.Passes.ShouldNotBeEmpty("axe looked at nothing");
    }

    /// <summary>At this width the page itself does not scroll sideways.</summary>
    public static async Task ShouldFitAsync(this IPage page) => (await page.EvaluateAsync<string[]>(TooWide)).ShouldBeEmpty(page.Url);

    /// <summary>What reaches beyond the window, when the page scrolls sideways; what scrolls by itself is left out.</summary>
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
            : [`${document.documentElement.scrollWidth - document.documentElement.clientWidth} px too wide`, ...[...document.body.querySelectorAll('*')]
                .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth && !part.closest('[tabindex="0"]')).map(part => part.outerHTML.slice(0, 160))]
        """;
}
