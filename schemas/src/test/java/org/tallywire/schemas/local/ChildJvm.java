package org.tallywire.schemas.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class in a JVM of its own with the class path of the test, to be killed; what it prints is added to a log. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * Starts with each {@link ProcessBuilder#start()}.
     *
     * @param environment variables beside those of the test
     * @param options of the JVM, such as -Xmx256m
     */
    public static ProcessBuilder of(Class<?> main, Map<String, String> environment, Path log, String... options) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder;
    }
}
