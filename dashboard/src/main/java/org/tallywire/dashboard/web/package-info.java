/**
 * The view over HTTP: one page, JSON, CSV, server-sent events and health. Takes a {@code View}; gives replies. Everything
 * is read-only, and nothing is loaded from elsewhere.
 */
@NullMarked
package org.tallywire.dashboard.web;

import org.jspecify.annotations.NullMarked;
