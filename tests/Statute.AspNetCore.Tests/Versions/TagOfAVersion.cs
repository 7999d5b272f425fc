using System.Numerics;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Tests.Versions;

/// <summary>A version has a tag of its own: two that differ have two.</summary>
public sealed class TagOfAVersion
{
    private static readonly DateTime Time = new(2026, 1, 31, 13, 45, 0, DateTimeKind.Utc);

    public static TheoryData<object, object> Pairs => new()
    {
        { "é", "C3A9" },
        { "é", "%C3%A9" },
        { "a b", "a%20b" },
        { Time, Time.AddTicks(1) },
        { new DateTimeOffset(Time), new DateTimeOffset(Time).AddTicks(1) },
        { 0.1, 0.1 + double.Epsilon + 1e-16 },
        { 1.5m, 1.50000000000000001m },
        { long.MaxValue, long.MaxValue - 1 },
        { BigInteger.Pow(10, 30), BigInteger.Pow(10, 30) + 1 },
        { Guid.Empty, Guid.AllBitsSet },
        { new byte[] { 1, 2 }, new byte[] { 1, 2, 0 } },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Differs_from_that_of_another(object one, object other) => Assert.NotEqual(EntityTag.Of(one), EntityTag.Of(other));

    [Theory]
    [InlineData(7, "\"7\"")]
    [InlineData("v-1.2", "\"v-1.2\"")]
    [InlineData("a\"b", "\"a%22b\"")]
    [InlineData("", "\"\"")]
    public void Is_written_in_quotes(object version, string tag) => Assert.Equal(tag, EntityTag.Of(version));

    /// <summary>The same moment, read back from a database that keeps no kind.</summary>
    [Fact]
    public void Of_a_time_does_not_depend_on_its_kind() =>
        Assert.Equal(EntityTag.Of(Time), EntityTag.Of(DateTime.SpecifyKind(Time, DateTimeKind.Unspecified)));

    [Fact]
    public void Is_refused_for_what_has_no_text_of_its_own()
    {
        var error = Assert.Throws<InvalidOperationException>(() => EntityTag.Of(new object()));
        Assert.Contains("'Object'", error.Message);
        Assert.Throws<InvalidOperationException>(() => EntityTag.Of(true));
    }
}
