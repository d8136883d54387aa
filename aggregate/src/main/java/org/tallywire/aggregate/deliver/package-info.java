/**
 * Telling people. Takes [alerts], gives posts to Alertmanager and signed webhooks, and [alerts.deliveries], the log of every attempt;
 * what a receiver refuses goes to [failures].
 */
@NullMarked
package org.tallywire.aggregate.deliver;

import org.jspecify.annotations.NullMarked;
