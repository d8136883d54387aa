/**
 * Charges as registers write them, read to statute keys. Takes the text of one person's charges, gives {@code Charge}s with
 * stage, role and count; nothing of the text but article, part, point and code comes out. Feeds the readers.
 */
@NullMarked
package org.tallywire.ingest.courts.charges;

import org.jspecify.annotations.NullMarked;
