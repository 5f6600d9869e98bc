package csecrets;

/** A call that failed: a mistake of the program, or a system without randomness. */
public class CsecretsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String status;

    CsecretsException(String status, String message) {
        super(status + ": " + message);
        this.status = status;
    }

    /** The status as C spells it, such as "CSECRETS_ERR_WEAK". */
    public String status() {
        return status;
    }

    static CsecretsException of(String status, String message) {
        switch (status) {
            case "CSECRETS_ERR_MALFORMED":
            case "CSECRETS_ERR_BAD_CHECKSUM":
            case "CSECRETS_ERR_BAD_SIGNATURE":
            case "CSECRETS_ERR_EXPIRED":
            case "CSECRETS_ERR_BAD_CODE":
            case "CSECRETS_ERR_REPLAYED":
                return new Rejected(status, message);
            default:
                return new CsecretsException(status, message);
        }
    }

    /** Something from outside is not right: catch this one around verify and its like. */
    public static final class Rejected extends CsecretsException {
        private static final long serialVersionUID = 1;

        Rejected(String status, String message) {
            super(status, message);
        }
    }
}
