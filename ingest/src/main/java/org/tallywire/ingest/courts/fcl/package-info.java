/** UK Find Case Law as Atom. Takes a page of the feed, gives one record per judgment. Its licence does not cover computational analysis without an application, so it asks for nothing until the operator says that this is settled. Feeds the registry of court readers. */
@NullMarked
package org.tallywire.ingest.courts.fcl;

import org.jspecify.annotations.NullMarked;
