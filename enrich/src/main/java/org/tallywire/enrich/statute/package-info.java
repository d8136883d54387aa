/**
 * Statutes: the registry of keys with titles and validity, and the grammar that reads citations in en, ru and uk prose. Takes
 * tokens, furniture, the language and the carrier's state; gives {@link org.tallywire.avro.StatuteMention}s, cited ones and those
 * that an offence word implies. Feeds entities and the scope of claims.
 */
@NullMarked
package org.tallywire.enrich.statute;

import org.jspecify.annotations.NullMarked;
