package org.tallywire.enrich.furniture;

/** What a masked stretch of a page is. */
public enum FurnitureKind {
    /** Asks for money, membership or a subscription. */
    APPEAL,
    /** Legal or editorial label, such as the "foreign agent" notice. */
    NOTICE,
    /** Leads to another page. */
    RELATED,
    /** Share bar, tags, cookie text, menu. */
    MENU,
    /** Numbers of the platform: episodes, comments, minutes to read. */
    COUNTER,
    /** Words under a picture. */
    CAPTION,
    /** Who made the picture. */
    CREDIT,
    /** Who wrote the text. */
    BYLINE,
    /** Address of the text's first publication. */
    ORIGINAL,
    /** Stands on other pages of the site too. */
    RECURRING
}
