package org.tallywire.ingest.courts.generic;

import java.util.List;
import java.util.Map;

/**
 * A file as rows.
 *
 * @param headings column names in order; JSON: names that occur, nested ones as paths
 * @param rows cells by heading
 * @param broken places of rows that do not fit the headings, from 1
 * @param fault why reading stopped early; empty: it did not
 */
record TableFile(List<String> headings, List<Map<String, String>> rows, List<Integer> broken, String fault) {}
