using Statute.SchemaCases;

switch (args.FirstOrDefault())
{
    case "hostile":
        HostileCases.Run(args[1..]);
        return 0;
    case "pairs":
        Pair.Write(Console.OpenStandardOutput());
        return 0;
    case "cold":
        ColdCompile.Run(args.ElementAtOrDefault(1) ?? "orders");
        return 0;
    default:
        Console.Error.WriteLine("Say 'hostile', with names of cases or without, 'cold', with the name of a workload, or 'pairs'.");
        return 2;
}
