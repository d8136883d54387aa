package org.tallywire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Fetched.Cut;

/**
 * A body read within its limits, counted on the wire and again after inflation.
 *
 * @param bytes what could be read
 * @param wire bytes that came over the wire
 * @param cut why it is not whole; null: it is
 */
record Body(byte[] bytes, long wire, @Nullable Cut cut) {

    static Body read(InputStream raw, String coding, HttpFetcher.Trip trip) {
        FetchLimits limits = trip.limits();
        Counted counted = new Counted(raw, limits.wireBytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
        Cut cut;
        try {
            cut = copy(inflated(counted, coding), out, limits.bodyBytes(), trip);
        } catch (Counted.Full full) {
            cut = new Cut(HealthState.TOO_LARGE, "more than " + limits.wireBytes() + " bytes on the wire");
        } catch (ZipException bad) {
            cut = new Cut(HealthState.PARSE, "damaged " + coding + " body: " + bad.getMessage());
        } catch (IOException broken) {
            Cut why = Mishaps.explain(broken, trip.late(), limits);
            cut = new Cut(why.state(), why.reason() + ", after " + out.size() + " bytes");
        }
        return new Body(out.toByteArray(), counted.count, cut);
    }

    private static @Nullable Cut copy(InputStream in, ByteArrayOutputStream out, int most, HttpFetcher.Trip trip)
            throws IOException {
        byte[] buffer = new byte[16 << 10];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int fits = Math.min(n, most - out.size());
            out.write(buffer, 0, fits);
            if (fits < n) {
                return new Cut(HealthState.TOO_LARGE, "more than " + most + " bytes after inflation");
            }
            if (trip.late()) {
                throw new IOException("deadline");
            }
        }
        return null;
    }

    private static InputStream inflated(InputStream raw, String coding) throws IOException {
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw, 8 << 10);
            case "deflate" -> new InflaterInputStream(raw);
            default -> throw new ZipException("Content-Encoding '" + coding + "' was not asked for");
        };
    }

    /** Counts and stops at a limit. */
    private static final class Counted extends FilterInputStream {
        /** The limit is reached. */
        static final class Full extends IOException {}

        private final long most;
        private long count;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            add(Math.max(0, n));
            return n;
        }

        private void add(int n) throws Full {
            count += n;
            if (count > most) {
                throw new Full();
            }
        }
    }
}
