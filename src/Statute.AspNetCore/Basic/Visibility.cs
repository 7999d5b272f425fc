using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Statute.AspNetCore.Tests")]
