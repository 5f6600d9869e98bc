using System;
using System.Security.Cryptography;

namespace Csecrets
{
    /// <summary>A call that failed: a mistake of the program, or a system without randomness.</summary>
    public class CsecretsException : CryptographicException
    {
        internal CsecretsException(string status, string message) : base(status + ": " + message)
        {
            Status = status;
        }

        /// <summary>The status as C spells it, such as "CSECRETS_ERR_WEAK".</summary>
        public string Status { get; }

        internal static CsecretsException Of(string status, string message)
        {
            switch (status)
            {
                case "CSECRETS_ERR_MALFORMED":
                case "CSECRETS_ERR_BAD_CHECKSUM":
                case "CSECRETS_ERR_BAD_SIGNATURE":
                case "CSECRETS_ERR_EXPIRED":
                case "CSECRETS_ERR_BAD_CODE":
                case "CSECRETS_ERR_REPLAYED":
                    return new RejectedException(status, message);
                default:
                    return new CsecretsException(status, message);
            }
        }
    }

    /// <summary>Something from outside is not right: catch this one around Verify and its like.</summary>
    public sealed class RejectedException : CsecretsException
    {
        internal RejectedException(string status, string message) : base(status, message)
        {
        }
    }
}
