package org.tallywire.aggregate.spike;

/** Input of the user's that cannot be read; the message is one line that names file, line and reason. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }

    static BadInput at(String file, long line, String reason) {
        return new BadInput(file + ":" + line + ": " + reason);
    }
}
