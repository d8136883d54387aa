package org.tallywire.ingest.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a loopback socket that says exactly what a test tells it to, byte for byte; one thread a connection. */
public final class RawServer implements AutoCloseable {
    /** What a path does with its connection. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Asked asked, Socket socket) throws IOException, InterruptedException;
    }

    /** A request: path and headers, names in lower case. */
    public record Asked(String path, Map<String, String> headers) {}

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Asked> log = Collections.synchronizedList(new ArrayList<>());

    public RawServer() throws IOException {
        this(InetAddress.getLoopbackAddress());
    }

    /** On another loopback address, e.g. one that a test counts as public. */
    public RawServer(InetAddress address) throws IOException {
        this(new ServerSocket(0, 200, address));
    }

    /** On a socket of the test's own, e.g. one that speaks TLS. */
    public RawServer(ServerSocket socket) {
        server = socket;
        threads.submit(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.submit(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Asked asked = read(socket);
            log.add(asked);
            Behaviour behaviour = behaviours.get(asked.path());
            if (behaviour == null) {
                write(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else {
                behaviour.answer(asked, socket);
            }
        } catch (IOException | InterruptedException clientLeft) {
            Thread.currentThread().interrupt();
        }
    }

    /** First byte of a TLS connection (RFC 8446, section 5.1). */
    private static final int TLS_HANDSHAKE = 0x16;

    private static Asked read(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        in.mark(1);
        if (in.read() == TLS_HANDSHAKE) {
            return new Asked("a TLS client at a port without TLS", Map.of());
        }
        in.reset();
        String first = in.readLine();
        Map<String, String> headers = new HashMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Asked(first == null ? "" : first.split(" ")[1], headers);
    }

    /** Writes text as it stands and flushes. */
    public static void write(Socket socket, String text) throws IOException {
        write(socket, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes and flushes. */
    public static void write(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Sets what a path does. */
    public RawServer on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** A path that says this text and closes. */
    public RawServer say(String path, String head, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return on(path, (asked, socket) -> {
            write(socket, "HTTP/1.1 " + head + "\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n");
            write(socket, bytes);
        });
    }

    /** Address of a path. */
    public String url(String path) {
        return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + path;
    }

    /** The same with another scheme. */
    public String url(String scheme, String path) {
        return scheme + url(path).substring(4);
    }

    /** Requests for a path so far. */
    public List<Asked> asked(String path) {
        synchronized (log) {
            return log.stream().filter(asked -> asked.path().equals(path)).toList();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
