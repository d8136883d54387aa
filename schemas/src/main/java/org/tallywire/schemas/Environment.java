package org.tallywire.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from named variables and collects what is wrong with them, so that a service is refused at start with
 * every bad name at once. Values of secrets are never part of a message.
 */
public final class Environment {
    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The variable, or the default when it is absent or blank. */
    public String text(String name, String otherwise) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** A whole number within [least, most]. */
    public int number(String name, int otherwise, int least, int most) {
        String value = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the name
        }
        problems.add(name + "=" + value + ": a whole number from " + least + " to " + most + " is wanted");
        return otherwise;
    }

    /** true or false. */
    public boolean flag(String name, boolean otherwise) {
        String value = text(name, Boolean.toString(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(name + "=" + value + ": true or false is wanted");
        }
        return value.equals("true");
    }

    /** A secret from the file that {@code NAME_FILE} names, or from the variable itself; null when neither is set. */
    public @Nullable String secret(String name) {
        String file = text(name + "_FILE", "");
        if (file.isEmpty()) {
            return variables.get(name);
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            problems.add(name + "_FILE=" + file + ": cannot be read");
            return null;
        }
    }

    /** Notes a problem that only the caller can see. */
    public void problem(String text) {
        problems.add(text);
    }

    /** Returns the settings if nothing was wrong. */
    public <T> T checked(T settings) {
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return settings;
    }

    /** Variables that are wrong, each with the reason. */
    public static final class BadSettings extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadSettings(List<String> problems) {
            super(String.join("; ", problems));
        }
    }
}
