/** A downstream consumer of the topics: a live web page, JSON and CSV. */
@NullMarked
package org.tallywire.dashboard;

import org.jspecify.annotations.NullMarked;
