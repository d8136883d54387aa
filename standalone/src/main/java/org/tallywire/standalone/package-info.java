/** Everything in one JVM with an embedded broker, and the command {@code tallywire}. */
@NullMarked
package org.tallywire.standalone;

import org.jspecify.annotations.NullMarked;
