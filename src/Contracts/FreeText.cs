using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EssexImprovement.Contracts;

/// <summary>Why a text is recorded though something in it looks like personal data (XCT-5). A list, not free text: it is kept in clear beside the fact.</summary>
public enum PersonalDataReason
{
    /// <summary>It only looks so: nobody can be told by it.</summary>
    TellsOfNobody,

    /// <summary>It is the published contact of a school or a body, not of a person.</summary>
    PublishedContact,

    /// <summary>The law obliges to record it.</summary>
    LawRequires,
}

/// <summary>What the free text of every command is read for: a ledger that forgets nothing holds no personal data of a pupil, a parent or a colleague.</summary>
public static partial class FreeText
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Parts = new();

    /// <summary>XCT-5 for the first text of the command, confidential or open, that holds an e-mail address, a telephone number, a number that pupils, people or addresses are told by, or a pupil with a name, unless it
    /// was confirmed with a reason. The field is the path to the text as JSON names it, such as <c>points[0]</c>.</summary>
    public static Objection? Objection(ICommand command, PersonalDataReason? confirmed) =>
        confirmed is null && Texts(command, "").Select(text => (text.Path, Kind: KindIn(text.Value))).FirstOrDefault(text => text.Kind is not null) is ({ } path, { } kind)
            ? new("XCT-5", $"This text seems to hold {kind}. Leave it out, or say in Personal-Data-Confirmed why it has to stand: tells-of-nobody, published-contact or law-requires.", path)
            : null;

    /// <summary>What kind of personal data the text seems to hold, with its article; null for none.</summary>
    public static string? KindIn(string text)
    {
        // Compatibility forms, so that full-width digits do not carry a number past the reader.
        var plain = text.Normalize(NormalizationForm.FormKC);
        return EMail().IsMatch(plain) ? "an e-mail address"
            : PupilNumber().IsMatch(plain) ? "a unique pupil number"
            : InsuranceNumber().IsMatch(plain) ? "a National Insurance number"
            : Telephone().IsMatch(plain) ? "a telephone number"
            : LongNumber().IsMatch(plain) ? "a number that a pupil or an address is told by"
            : NamedPupil().IsMatch(plain) ? "the name of a pupil"
            : null;
    }

    private static IEnumerable<(string Path, string Value)> Texts(object? value, string path) => value switch
    {
        ConfidentialText text => [(path, text.Value)],
        string text => [(path, text)],
        null or Enum or DateOnly => [],
        IEnumerable list => list.Cast<object?>().SelectMany((item, at) => Texts(item, $"{path}[{at}]")),
        _ when IsOurs(value.GetType()) => Parts.GetOrAdd(value.GetType(), PartsOf).SelectMany(part =>
            Texts(part.GetValue(value), (path.Length > 0 ? path + "." : "") + JsonNamingPolicy.CamelCase.ConvertName(part.Name))),
        _ => [],
    };

    private static IReadOnlyList<PropertyInfo> PartsOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(part => part.GetIndexParameters().Length == 0 && MayHoldText(part.PropertyType))];

    private static bool MayHoldText(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var inner && !inner.IsPrimitive && !inner.IsEnum
        && inner != typeof(DateOnly) && inner != typeof(Urn) && !Identity.Is(inner);

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("EssexImprovement", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex EMail();

    // A check letter, eleven digits, and a digit or, in a temporary number, a letter.
    [GeneratedRegex(@"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PupilNumber();

    [GeneratedRegex(@"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InsuranceNumber();

    // Ten or eleven digits from 0, or from +44, however they are spaced.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(\+44[\s().-]*(0[\s().-]*)?|\(?0)\d([\s().-]*\d){8,9}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    // Unique learner numbers have ten digits, property numbers up to twelve; years, marks and budgets have fewer.
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,/£$€-])\d{10,12}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    // "pupil Jordan", "a student named Ali", "the boy called Sam": a capital, and none of the words that begin with one after "pupil" without naming anybody.
    [GeneratedRegex(@"\b(?i:pupil|student|child|boy|girl|learner)(?i:s)?,?\s+(?i:called\s+|named\s+|is\s+called\s+)?(?!(?:Premium|Voice|Council|Parliament|Leaders?|Leadership|Support|Services?|Protection|Referral|Progress|Progression|Participation|Profile|Achievement|Attendance|Behaviour|Wellbeing|Welfare|Ambassadors?|Conferences?|Perception|Survey|Surveys|Panel|Forum|Numbers?|Development|Passport|Poverty|Trust|Learning|Mental|Health|Mentors?|Mentoring|Union|English|Mathematics|Maths|Science|French|German|Spanish|Latin|History|Geography|Year|Years|Key|Stage|Reception|Nursery|In|At|On|And|The|Who|With|Are|Were|Have|Had|Can|Do|Did|Said|Say|Spoke|Told|To|From|Of|For)\b)\p{Lu}\p{Ll}+",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedPupil();
}
