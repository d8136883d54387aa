/**
 * Who publishes: the catalogue of newsrooms, agencies, monitors and officials, and the finder of their mentions in a text. Takes
 * tokens, the page's furniture and the carrier's id; gives {@link org.tallywire.avro.OutletMention}s with role and kind. Feeds
 * entities, the publishers of claims, and whoever asks for the outlet of a host.
 */
@NullMarked
package org.tallywire.enrich.outlet;

import org.jspecify.annotations.NullMarked;
