package csecrets;

import java.security.Provider;
import java.security.SecureRandomSpi;

/**
 * csecrets as a SecureRandom: {@code SecureRandom.getInstance("csecrets", new CsecretsProvider())}, or
 * {@code Security.insertProviderAt(new CsecretsProvider(), 1)} for all of a program.
 */
public final class CsecretsProvider extends Provider {
    private static final long serialVersionUID = 1;

    public CsecretsProvider() {
        super("csecrets", "0.1", "the system's own generator, by libcsecrets");
        put("SecureRandom.csecrets", Generator.class.getName());
        put("SecureRandom.csecrets ThreadSafe", "true");
    }

    /** There is no state, and nothing to seed. */
    public static final class Generator extends SecureRandomSpi {
        private static final long serialVersionUID = 1;

        @Override
        protected void engineSetSeed(byte[] seed) {
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            Csecrets.fill(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int nbytes) {
            return Csecrets.tokenBytes(nbytes);
        }
    }
}
