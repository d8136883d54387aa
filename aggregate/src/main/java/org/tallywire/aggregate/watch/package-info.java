/**
 * The watch over one series: what it remembers, what it learns from history, which alerts are told. Takes day cells, gives alerts
 * with evidence; feeds [alerts]. The detector itself is in {@link org.tallywire.aggregate.spike}.
 */
@NullMarked
package org.tallywire.aggregate.watch;

import org.jspecify.annotations.NullMarked;
