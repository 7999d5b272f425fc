using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

public sealed class Checksums
{
    // The check value that the catalogues of such checksums give for CRC-32C.
    [Fact]
    public void AreThoseOfTheStandard() => Assert.Equal(0xE3069283, Checksum.Of("123456789"u8));

    [Fact]
    public void FindEveryFlippedBit()
    {
        var bytes = Some.Bytes(100);
        var sum = Checksum.Of(bytes);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.NotEqual(sum, Checksum.Of(bytes));
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }
}
