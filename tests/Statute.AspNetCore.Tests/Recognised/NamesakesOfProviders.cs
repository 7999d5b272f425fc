using System.Data.Common;

// Providers whose packages the tests do not have: types of the name, with the property that their documentation gives.
namespace Oracle.ManagedDataAccess.Client
{
    internal class OracleException(int number) : DbException("ORA")
    {
        public int Number => number;
    }
}

namespace MySql.Data.MySqlClient
{
    internal sealed class MySqlException(Func<int> number) : DbException("Refused.")
    {
        public int Number => number();
    }
}
