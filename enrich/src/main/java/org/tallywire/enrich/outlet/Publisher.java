package org.tallywire.enrich.outlet;

import java.util.List;
import org.tallywire.avro.PublisherKind;

/**
 * One row of the catalogue: who publishes news or numbers.
 *
 * @param id canonical id, e.g. {@code mediazona}
 * @param kind OUTLET, AGENCY, MONITOR or OFFICIAL
 * @param state state whose law its pages mean when they name none, as in statute keys; empty: none
 * @param name the name for people
 * @param domains hosts, subdomains included; a host may carry one path segment
 */
public record Publisher(String id, PublisherKind kind, String state, String name, List<String> domains) {}
