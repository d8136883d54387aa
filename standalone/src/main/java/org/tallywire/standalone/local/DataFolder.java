package org.tallywire.standalone.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that keeps everything, held by one process at a time; the lock goes with the process, also after a kill. */
public final class DataFolder implements AutoCloseable {
    /** Less than this and the broker would stop in the middle of its work. */
    private static final long LEAST_FREE = 512L << 20;

    private final FileChannel channel;

    /** Why the folder cannot be used, in words for its owner. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and holds it.
     *
     * @throws Unusable if another process holds it, nothing can be written there or the disk is nearly full
     */
    public static DataFolder hold(Path folder) {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE) {
                throw new Unusable("only %d MB are free for %s; at least %d are wanted"
                        .formatted(free >> 20, folder, LEAST_FREE >> 20));
            }
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = holder(channel);
                channel.close();
                throw new Unusable(folder + " is in use by another Tallywire" + holder
                        + "; stop it, or choose another folder with --data");
            }
            String process = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)));
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new Unusable(folder + " cannot be written: " + e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            // past the text, so that others can read who holds it where locks bind readers too
            return channel.tryLock(1L << 20, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String process = StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
        return process.isEmpty() ? "" : " (process " + process + ")";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock cannot be let go", e);
        }
    }
}
