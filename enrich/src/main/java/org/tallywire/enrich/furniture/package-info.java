/**
 * Page furniture: donation texts, related links, captions, credits, counters, bylines and share bars, as spans with a kind. Takes
 * tokens, changes nothing in the text; feeds the finders of outlets and claims, which pass masked tokens by.
 */
@NullMarked
package org.tallywire.enrich.furniture;

import org.jspecify.annotations.NullMarked;
