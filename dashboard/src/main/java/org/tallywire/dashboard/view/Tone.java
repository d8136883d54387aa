package org.tallywire.dashboard.view;

/** How much a source's state asks of a person: nothing, patience, a look, or action. */
public enum Tone {
    GOOD,
    WAIT,
    WARN,
    BAD
}
