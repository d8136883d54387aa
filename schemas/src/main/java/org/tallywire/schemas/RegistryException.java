package org.tallywire.schemas;

/** The schema registry refused or did not answer; the message names the subject or id and the reason. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RegistryException(String message) {
        super(message);
    }

    public RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
