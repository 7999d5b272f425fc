using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Statute.Tests.Tidy;

/// <summary>One text file: its path from the repository's root, with forward slashes, and its text.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> root = new(() => Parse(text));

    public string Path { get; } = path;

    public string Text { get; } = text;

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The file's name up to its first dot: <c>SepReader.Row.cs</c> is a part of <c>SepReader</c>.</summary>
    public string Stem => System.IO.Path.GetFileName(Path).Split('.')[0];

    public CompilationUnitSyntax Root => root.Value;

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public bool IsUnder(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);

    public int LineOf(SyntaxNodeOrToken place) => Root.SyntaxTree.GetLineSpan(place.Span).StartLinePosition.Line + 1;

    public Finding At(SyntaxNodeOrToken place, string message, string member = "") => new(Path, LineOf(place), message, member);

    // Preview, so that a newer language version in the project never makes the rules blind.
    private static CompilationUnitSyntax Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();
}
