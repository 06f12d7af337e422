using System.Globalization;
using EssexImprovement.Host;
using JasperFx;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

var builder = WebApplication.CreateBuilder(args);
builder.AddVerbs(args);
builder.AddLogsAndTelemetry(isVerb: args is [not ['-', ..] and not "run", ..]);
await using var postgres = await builder.AddPostgresAsync();
builder.AddLedger();
builder.AddBus();
builder.AddDoor();
#if DEMONSTRATION
EssexImprovement.Demonstration.Personas.Add(builder);
#endif

var app = builder.Build();
app.SayWhereTheLedgerIs(postgres);
app.UseDoor();
app.MapDoor();
#if DEMONSTRATION
EssexImprovement.Demonstration.Personas.Map(app);
#endif
return await app.RunJasperFxCommands(args);

/// <summary>The service: a table of contents; what each line means is in the file it names.</summary>
public partial class Program;
