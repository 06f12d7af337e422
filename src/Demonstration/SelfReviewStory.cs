namespace EssexImprovement.Demonstration;

/// <summary>A school looks at itself, and its head stands by what it says.</summary>
internal static class SelfReviewStory
{
    public static async Task TellAsync(Api api, School school, DateOnly day, DateOnly submitted)
    {
        var schools = $"/api/v1/schools/{school.Urn}/self-reviews";
        var year = day.Month >= 9 ? day.Year : day.Year - 1;
        await api.PostAsync(school.Head, schools, new { academicYear = year, frameworkId = "essex-self-review", frameworkVersion = 1, occurredOn = day });
        await api.PostAsync(school.Head, $"{schools}/{year}/areas", new
        {
            area = "curriculum-and-teaching", judgement = "Pupils answer well and explain little.", confidence = "medium", evidence = new[] { "Books of twelve classes", "Two staff meetings" },
            priorities = "Talk that deepens reasoning.", occurredOn = day,
        });
        await api.PostAsync(school.Head, $"{schools}/{year}/focus-candidates", new { question = "How does talk in lessons deepen pupils' reasoning?", occurredOn = day });
        await api.PostAsync(school.Head, $"{schools}/{year}/submission", new { occurredOn = submitted });
    }
}
