package org.tallywire.dashboard.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Carrier;

/**
 * Who reports a claim, with its words.
 *
 * @param story carriers with one story are copies of one another
 * @param number where the value stands in the quote; null when it is in words
 */
public record CarrierRow(
        String documentId,
        String outlet,
        String story,
        String url,
        String quote,
        @Nullable NumberSpan number,
        @Nullable LocalDate day,
        @Nullable Double value,
        String bound) {
    static CarrierRow of(Carrier carrier, @Nullable Double claimed) {
        Double value = carrier.getValue() == null ? claimed : carrier.getValue();
        return new CarrierRow(
                carrier.getDocumentId(),
                carrier.getOutlet(),
                carrier.getStory(),
                carrier.getUrl(),
                carrier.getQuote(),
                NumberSpan.find(carrier.getQuote(), value),
                carrier.getDay(),
                carrier.getValue(),
                carrier.getBound().name());
    }
}
