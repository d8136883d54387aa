/**
 * The sample world: a small HTTP server that behaves like three outlets, two court registers and a CSV, made from a seed.
 * Nothing in it is real: outlets, courts, people and figures are invented. Gives addresses that the pipeline polls as it
 * would poll the world.
 */
@NullMarked
package org.tallywire.standalone.sample;

import org.jspecify.annotations.NullMarked;
