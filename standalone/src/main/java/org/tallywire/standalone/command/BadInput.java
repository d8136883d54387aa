package org.tallywire.standalone.command;

/** Input that cannot be used: one line with the file and the reason; exit code 2. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInput(String file, String reason) {
        super(file + ": " + reason);
    }

    public BadInput(String message) {
        super(message);
    }
}
