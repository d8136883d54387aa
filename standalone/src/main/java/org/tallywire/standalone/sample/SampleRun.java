package org.tallywire.standalone.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Source;

/** The sample world beside a running pipeline: remembers in the data folder when it began, so that a restart goes on in it. */
public final class SampleRun implements AutoCloseable {
    private static final long SEED = 20_260_112;

    private final @Nullable SampleServer server;

    private SampleRun(@Nullable SampleServer server) {
        this.server = server;
    }

    /** No sample world. */
    public static SampleRun none() {
        return new SampleRun(null);
    }

    /** Serves the world that the folder remembers, or a new one. */
    public static SampleRun start(Path folder, int port, Consumer<String> say) {
        SampleWorld world = new SampleWorld(SEED, began(folder.resolve("sample-world-began")));
        SampleServer server =
                SampleServer.start(world, "127.0.0.1", port, new SinceFirstLook(world.epoch(), InstantSource.system()));
        say.accept("sample world at " + server.address());
        return new SampleRun(server);
    }

    private static Instant began(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, Instant.now().toString());
            }
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    /** Sources that poll it; none without a world. */
    public List<Source> sources() {
        return server == null ? List.of() : SampleSources.at(server.address());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
