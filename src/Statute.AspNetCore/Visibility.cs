using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Statute.AspNetCore.Tests")]
[assembly: InternalsVisibleTo("Statute.Jobs")]
[assembly: InternalsVisibleTo("Statute.Jobs.Tests")]
