package org.tallywire.ingest.poll;

import org.tallywire.avro.Article;
import org.tallywire.ingest.fetch.Validators;

/** An article as read from its page, and the page's validators. */
public record PageRead(Article article, Validators validators) {}
