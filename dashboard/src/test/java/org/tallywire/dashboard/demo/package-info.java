/** Invented records for tests and for looking at the page. */
@NullMarked
package org.tallywire.dashboard.demo;

import org.jspecify.annotations.NullMarked;
