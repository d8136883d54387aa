package org.tallywire.dashboard.view;

/** How much the view keeps at most; what does not fit is counted and shown as left out. */
public record ViewLimits(int series, int days, int claims, int alerts, int sources, int failureReasons) {
    /** About 300 MB of heap when all of it is used. */
    public static final ViewLimits USUAL = new ViewLimits(5_000, 300_000, 20_000, 5_000, 5_000, 300);
}
