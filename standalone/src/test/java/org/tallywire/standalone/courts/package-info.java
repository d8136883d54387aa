/** Courts through the whole program: what is served goes in at one end, topics, stores and tables are looked at on the other. */
@NullMarked
package org.tallywire.standalone.courts;

import org.jspecify.annotations.NullMarked;
