/**
 * HTTP, the same for every service: health and metrics (/health/live, /health/ready, /metrics), and what a client must heed: which
 * addresses may be dialled, when to come again.
 */
@NullMarked
package org.tallywire.schemas.http;

import org.jspecify.annotations.NullMarked;
