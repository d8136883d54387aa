package org.tallywire.enrich;

import java.util.List;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.claim.TypedNumber;
import org.tallywire.enrich.text.Language;

/**
 * Everything countable found in one text; all offsets are UTF-16 indices into it, end exclusive.
 *
 * @param language what it was read in; OTHER: none that we have words for, then only outlets and statutes are found
 * @param outlets mentions of publishers, by start
 * @param statutes cited and implied statutes, by start
 * @param claims count claims, by start of the number
 * @param numbers every numeral and what it is about, by start
 */
public record Extraction(
        Language language,
        List<OutletMention> outlets,
        List<StatuteMention> statutes,
        List<ClaimMention> claims,
        List<TypedNumber> numbers) {}
