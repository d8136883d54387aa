/** Health and metrics over HTTP, the same for every service: /health/live, /health/ready, /metrics. */
@NullMarked
package org.tallywire.schemas.http;

import org.jspecify.annotations.NullMarked;
