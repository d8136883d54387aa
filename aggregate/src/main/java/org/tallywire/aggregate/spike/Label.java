package org.tallywire.aggregate.spike;

/** Why a bucket's probability is not to be taken as it stands. */
public enum Label {
    NONE,
    /** The calendar had nothing open. */
    CLOSED,
    /** Nobody could look. */
    MISSING,
    /** Empty for longer than chance allows: the feed is probably down. */
    SILENT,
    /** Too many for the bucket, but not for it and the gap before: a catch-up; or declared to be a backfill. */
    BACKFILL
}
