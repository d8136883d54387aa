/**
 * Registers published as files: CSV and JSON with a mapping in the source's options, so that a new register needs no code.
 * Takes a file, gives one record per row. Feeds the registry of court readers. The keys of the mapping are told at
 * {@link org.tallywire.ingest.courts.generic.Mapping}.
 */
@NullMarked
package org.tallywire.ingest.courts.generic;

import org.jspecify.annotations.NullMarked;
