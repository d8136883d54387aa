package org.tallywire.aggregate.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.tallywire.schemas.http.GuardedResolver;
import org.tallywire.schemas.http.RetryAfter;

/**
 * Posts JSON to one receiver. Only addresses that the rule allows are dialled, redirects are not followed, and whoever has not
 * answered in ten seconds has not answered.
 */
final class Poster implements AutoCloseable {
    private static final Timeout SILENCE = Timeout.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    /** Characters of an answer that are read: enough to say why. */
    private static final int SAID = 300;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("post-deadlines").factory());

    Poster(Predicate<InetAddress> dialled) {
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(dialled))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(SILENCE)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(SILENCE)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Tallywire")
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    /** What the receiver said; a receiver that cannot be reached, or may not be, is an answer with status 0. */
    Answer post(URI to, String body, Map<String, String> headers, Instant now) {
        HttpPost request = new HttpPost(to);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        headers.forEach(request::setHeader);
        ScheduledFuture<?> deadline = deadlines.schedule(request::cancel, WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = http.executeOpen(HttpHost.create(to), request, null)) {
            Header retry = response.getFirstHeader("Retry-After");
            Duration wait = retry == null ? null : RetryAfter.parse(retry.getValue(), now);
            return new Answer(response.getCode(), said(response.getEntity()), wait == null ? Duration.ZERO : wait);
        } catch (IOException e) {
            String late = deadline.isDone() ? "no answer in " + WHOLE.toSeconds() + " s" : String.valueOf(e);
            return new Answer(0, late, Duration.ZERO);
        } finally {
            deadline.cancel(false);
            request.cancel();
        }
    }

    private static String said(HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream in = entity.getContent()) {
            return new String(in.readNBytes(SAID), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
