/** CourtListener REST v4: dockets, docket entries and opinion clusters as cursor pages of JSON. Takes a page, gives one record per result. Feeds the registry of court readers. */
@NullMarked
package org.tallywire.ingest.courts.courtlistener;

import org.jspecify.annotations.NullMarked;
