/** Articles and court records to entities: outlets, statutes, count claims. Takes [news.articles], [court.records], gives [entities]. */
@NullMarked
package org.tallywire.enrich;

import org.jspecify.annotations.NullMarked;
