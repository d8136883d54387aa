package org.tallywire.enrich.furniture;

/** What a word of {@code furniture.tsv} tells about the paragraph it stands in. */
enum Signal {
    APPEAL,
    ASK,
    SELF,
    WIDGET,
    NAV,
    COUNTER,
    EPISODE,
    PHOTO,
    BYLINE,
    TAGS,
    SHARE,
    ORIGINAL,
    NOTICE,
    COOKIE,
    SAYING
}
