package org.tallywire.enrich.statute;

import java.util.List;

/**
 * The labelled numbers of one citation, before it is known which code they belong to.
 *
 * @param cites the articles in order
 * @param first its first token
 * @param after the token behind its last one
 */
record Chain(List<Cite> cites, int first, int after) {}
