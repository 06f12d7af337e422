using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssexImprovement.Demonstration;

/// <summary>The service's own front door, as any API client finds it.</summary>
internal sealed class Api(HttpClient http)
{
    private readonly Dictionary<string, Guid> people = [];

    /// <summary>The person who signs in under this name.</summary>
    public async Task<Guid> PersonAsync(string name)
    {
        if (!people.TryGetValue(name, out var person)) people[name] = person = (await GetAsync(name, "/api/v1/me"))["personId"]!.GetValue<Guid>();
        return person;
    }

    /// <summary>Records something as that person; answers the id of what it began, or an empty one.</summary>
    public async Task<Guid> PostAsync(string name, string url, object body) =>
        (await SendAsync(HttpMethod.Post, name, url, JsonContent.Create(body, body.GetType(), options: new JsonSerializerOptions(JsonSerializerDefaults.Web))))["id"]?.GetValue<Guid>() ?? default;

    /// <summary>Sends a CSV file.</summary>
    public Task PostCsvAsync(string name, string url, string csv) => SendAsync(HttpMethod.Post, name, url, new StringContent(csv, Encoding.UTF8, "text/csv"));

    /// <summary>Reads something as that person.</summary>
    public Task<JsonNode> GetAsync(string name, string url) => SendAsync(HttpMethod.Get, name, url, null);

    private async Task<JsonNode> SendAsync(HttpMethod method, string name, string url, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Personas.Token(name));
        // The story is of the last whole school year: most of it is recorded late, and says why.
        if (method == HttpMethod.Post) request.Headers.Add("Lateness-Reason", "entered-from-earlier-record");
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(answer)! : throw new InvalidOperationException($"{method} {url} as {name} answered {(int)response.StatusCode}: {answer}");
    }
}
