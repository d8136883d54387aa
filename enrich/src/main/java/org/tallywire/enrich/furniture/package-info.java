/**
 * Page furniture: donation texts, related links, captions, credits, counters, bylines, share bars and paragraphs that recur on
 * a site, as spans with a kind. Takes tokens and a memory of paragraphs, changes nothing in the text; feeds the finders of outlets and claims, which pass masked tokens by.
 */
@NullMarked
package org.tallywire.enrich.furniture;

import org.jspecify.annotations.NullMarked;
