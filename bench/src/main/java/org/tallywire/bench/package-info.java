/** Benchmarks, run by hand: each prints its figures beside a peer or a limit measured in the same run. Feeds the RATIONALE.md of the modules. */
@NullMarked
package org.tallywire.bench;

import org.jspecify.annotations.NullMarked;
