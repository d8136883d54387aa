/** Broker, registry and every service in this JVM; takes a folder for the data, gives the address of the page. */
@NullMarked
package org.tallywire.standalone.local;

import org.jspecify.annotations.NullMarked;
