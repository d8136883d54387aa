package org.tallywire.aggregate.deliver;

import java.time.Duration;

/**
 * What a receiver said.
 *
 * @param status HTTP status; 0: no answer
 * @param reason the beginning of its words, or why there was no answer
 * @param retryAfter how long it wants to be left alone; zero: it does not say
 */
record Answer(int status, String reason, Duration retryAfter) {
    private static final int GONE = 410;

    boolean ok() {
        return status / 100 == 2;
    }

    /** True if something in the message itself is wrong, so that the same again will be refused again. */
    boolean refused() {
        return status == 400 || status == 413 || status == 422;
    }

    /** True if it wants no message any more. */
    boolean gone() {
        return status == GONE;
    }
}
