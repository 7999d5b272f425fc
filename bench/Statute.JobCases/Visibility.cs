using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Statute.Jobs.Tests")]
