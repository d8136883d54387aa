/**
 * The ledger of published numbers. Takes the claims that documents carry, gives one {@code Claim} for each number of each publisher;
 * claims are compared, never added.
 */
@NullMarked
package org.tallywire.aggregate.claims;

import org.jspecify.annotations.NullMarked;
