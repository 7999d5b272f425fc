namespace Statute.AspNetCore.Basic;

/// <summary>The file as a person wrote it: lines with their own endings, of which one is changed and all others are kept.</summary>
internal sealed class PasswordFileText
{
    private readonly List<string> _lines;
    private readonly List<Account> _accounts;

    private PasswordFileText(string text, List<Account> accounts)
    {
        _lines = [.. text.Split('\n')];
        _accounts = accounts;
    }

    public static PasswordFileText Open(string path, bool mustExist)
    {
        var bytes = mustExist || File.Exists(path) ? File.ReadAllBytes(path) : [];
        var accounts = PasswordFileReader.Read(path, bytes);
        return new PasswordFileText(PlainText.StrictUtf8.GetString(bytes), accounts);
    }

    public bool Set(string name, string[]? roles, string hash)
    {
        var known = Find(name);
        var line = $"{name}:{string.Join(',', roles ?? known?.User.Roles ?? [])}:{hash}";
        if (known is not null)
        {
            var mark = known.Line == 1 && _lines[0].StartsWith('\uFEFF') ? "\uFEFF" : "";
            var end = _lines[known.Line - 1].EndsWith('\r') ? "\r" : "";
            _lines[known.Line - 1] = mark + line + end;
            return false;
        }

        // The last element is what follows the last newline. Where that is not empty, the file lacks a newline at its end.
        var ending = _lines.Count > 1 && _lines[0].EndsWith('\r') ? "\r" : "";
        if (_lines[^1] is not ("" or "\uFEFF"))
        {
            _lines[^1] += ending;
            _lines.Add("");
        }

        _lines[^1] += line + ending;
        _lines.Add("");
        return true;
    }

    public bool Remove(string name)
    {
        if (Find(name) is not { } account)
        {
            return false;
        }

        _lines.RemoveAt(account.Line - 1);
        return true;
    }

    public byte[] ToBytes() => PlainText.StrictUtf8.GetBytes(string.Join('\n', _lines));

    private Account? Find(string name) => _accounts.Find(account => account.User.Name == name);
}
