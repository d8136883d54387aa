/**
 * What the topics say at this moment, in memory and bounded. Takes decoded records, gives rows for JSON and CSV; knows
 * neither Kafka nor HTTP nor the clock.
 */
@NullMarked
package org.tallywire.dashboard.view;

import org.jspecify.annotations.NullMarked;
