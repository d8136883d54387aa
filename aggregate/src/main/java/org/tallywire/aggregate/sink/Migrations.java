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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Brings the database to the newest schema: every file once, in order, each in a transaction of its own. A file that was changed after
 * it was applied, one of a newer release, and a table that somebody altered are refused with their names.
 */
final class Migrations {
    /** In order; a released file never changes. */
    static final List<String> FILES = List.of("V1__tables.sql", "V2__views.sql", "V3__evidence.sql");
    /** Two sinks that start at once wait for each other. */
    private static final long LOCK = 0x7a11_71e5L;

    private Migrations() {}

    /**
     * Returns the files that were applied now.
     *
     * @throws IllegalStateException if the database is not what these files make of it
     */
    static List<String> run(Connection database) throws SQLException {
        List<String> applied = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            statement.execute(
                    "create table if not exists migrations (file text primary key, applied_at timestamptz not null"
                            + " default now())");
            statement.execute("alter table migrations add column if not exists checksum text");
            statement.execute(
                    "create table if not exists sink_offsets (topic text, partition integer, next_offset bigint"
                            + " not null, primary key (topic, partition))");
            database.commit();
            Map<String, String> known = known(statement);
            refuseStrangers(known);
            for (String file : FILES) {
                if (!known.containsKey(file)) {
                    statement.execute(text(file));
                    note(database, file);
                    database.commit();
                    applied.add(file);
                }
            }
            for (Mapping<?> mapping : Mappings.ALL) {
                compare(mapping.table(), statement);
            }
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            database.commit();
        }
        return applied;
    }

    /** Applied files with their checksums; empty text: applied before checksums were kept. */
    private static Map<String, String> known(Statement statement) throws SQLException {
        Map<String, String> known = new TreeMap<>();
        try (ResultSet found = statement.executeQuery("select file, coalesce(checksum, '') from migrations")) {
            while (found.next()) {
                known.put(found.getString(1), found.getString(2));
            }
        }
        return known;
    }

    private static void refuseStrangers(Map<String, String> known) {
        for (Map.Entry<String, String> file : known.entrySet()) {
            if (!FILES.contains(file.getKey())) {
                throw new IllegalStateException("the database was migrated by a newer release: " + file.getKey());
            }
            if (!file.getValue().isEmpty() && !file.getValue().equals(checksum(file.getKey()))) {
                throw new IllegalStateException(file.getKey() + " was changed after this database applied it");
            }
        }
        long inOrder = FILES.stream().takeWhile(known::containsKey).count();
        if (inOrder != known.size()) {
            throw new IllegalStateException(
                    "the database skipped " + FILES.get((int) inOrder) + ": it holds " + known.keySet());
        }
    }

    private static void compare(Table table, Statement statement) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (ResultSet columns = statement.executeQuery(
                "select column_name from information_schema.columns where table_schema = current_schema()"
                        + " and table_name = '" + table.name() + "'")) {
            while (columns.next()) {
                found.add(columns.getString(1));
            }
        }
        if (!found.equals(Set.copyOf(table.columns()))) {
            throw new IllegalStateException("table " + table.name() + " was altered: it has " + found + ", not "
                    + new TreeSet<>(table.columns()));
        }
    }

    private static void note(Connection database, String file) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("insert into migrations (file, checksum) values (?, ?)")) {
            insert.setString(1, file);
            insert.setString(2, checksum(file));
            insert.execute();
        }
    }

    /** CRC-32 of the file, line ends as on Unix: it guards against a slip, not against an attacker. */
    private static String checksum(String file) {
        CRC32 crc = new CRC32();
        crc.update(text(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
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
