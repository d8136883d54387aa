package org.tallywire.aggregate.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings the database to the newest schema: every file once, in order, each in a transaction of its own. */
final class Migrations {
    /** In order; a released file never changes. */
    static final List<String> FILES = List.of("V1__tables.sql", "V2__views.sql");
    /** Two sinks that start at once wait for each other. */
    private static final long LOCK = 0x7a11_71e5L;

    private Migrations() {}

    /** Returns the files that were applied now. */
    static List<String> run(Connection database) throws SQLException {
        List<String> applied = new java.util.ArrayList<>();
        try (Statement statement = database.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            statement.execute(
                    "create table if not exists migrations (file text primary key, applied_at timestamptz not null"
                            + " default now())");
            statement.execute(
                    "create table if not exists sink_offsets (topic text, partition integer, next_offset bigint"
                            + " not null, primary key (topic, partition))");
            database.commit();
            for (String file : FILES) {
                if (!known(database, file)) {
                    statement.execute(text(file));
                    note(database, file);
                    database.commit();
                    applied.add(file);
                }
            }
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            database.commit();
        }
        return applied;
    }

    private static boolean known(Connection database, String file) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select 1 from migrations where file = ?")) {
            query.setString(1, file);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void note(Connection database, String file) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("insert into migrations (file) values (?)")) {
            insert.setString(1, file);
            insert.execute();
        }
    }

    private static String text(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
