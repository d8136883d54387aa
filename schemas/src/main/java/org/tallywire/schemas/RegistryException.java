package org.tallywire.schemas;

/** The schema registry refused or did not answer; the message names the subject or id and the reason. */
public class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RegistryException(String message) {
        super(message);
    }

    /** Nobody answered: nothing is known about the record or the schema, so nothing may be set aside for it. */
    public static final class Unreachable extends RegistryException {
        private static final long serialVersionUID = 1;

        public Unreachable(String message) {
            super(message);
        }
    }
}
