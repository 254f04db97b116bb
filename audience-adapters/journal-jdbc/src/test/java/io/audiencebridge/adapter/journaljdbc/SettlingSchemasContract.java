// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both databases' tables go through. */
abstract class SettlingSchemasContract {
    private static final String TWO = "CREATE TABLE IF NOT EXISTS audience_bridge_more (id INTEGER);\n";

    private Stores stores;
    private Database database;

    abstract Stores stores() throws Exception;

    @BeforeEach
    void openStores() throws Exception {
        stores = stores();
    }

    @AfterEach
    void close() throws Exception {
        stores.close();
    }

    @Test
    void tables_of_a_later_version_are_refused_and_stay_as_they_are() {
        execute("UPDATE audience_bridge_schema SET version = 7 WHERE id = 1");

        BridgeError error = new JdbcJournalFactory().open(stores.settings()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("version 7", "knows version 1", "upgrade this application");
        assertThat(number("SELECT version FROM audience_bridge_schema")).isEqualTo(7);
    }

    @Test
    void only_the_scripts_that_are_missing_run() {
        database();
        Migrations later = new Migrations(Vector.of("THIS WOULD FAIL;\n", TWO));

        assertThat(later.run(database()).get()).isEqualTo(2);

        assertThat(number("SELECT COUNT(*) FROM audience_bridge_more")).isZero();
        assertThat(number("SELECT version FROM audience_bridge_schema")).isEqualTo(2);
    }

    @Test
    void a_script_that_fails_leaves_the_version_as_it_was_and_goes_through_later() {
        database();
        Vector<String> broken = Vector.of("", TWO + "CREATE TABLE audience_bridge_run (id INTEGER);\n");

        assertThat(new Migrations(broken).run(database()).isLeft()).isTrue();
        assertThat(number("SELECT version FROM audience_bridge_schema")).isEqualTo(1);

        assertThat(new Migrations(Vector.of("", TWO)).run(database()).get()).isEqualTo(2);
    }

    @Test
    void processes_that_come_at_once_all_find_the_tables() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Either<BridgeError, JournalStore>>> all = IntStream.range(0, 4)
                    .<Callable<Either<BridgeError, JournalStore>>>mapToObj(
                            i -> () -> new JdbcJournalFactory().open(stores.settings()))
                    .toList();

            for (Future<Either<BridgeError, JournalStore>> one : crowd.invokeAll(all)) {
                JournalStore store = one.get().get();
                assertThat(store.journal().all().get()).isEmpty();
                store.close();
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private void execute(String sql) {
        database().in("test", connection -> Database.change(connection, sql)).get();
    }

    private int number(String sql) {
        return database()
                .in("test", connection -> {
                    try (var statement = connection.prepareStatement(sql);
                            var rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getInt(1);
                    }
                })
                .get();
    }

    /** Opened once: tables that were changed for a test need not be ours any more. */
    private Database database() {
        if (database == null) {
            database = ((JdbcJournalStore) stores.open()).database();
        }
        return database;
    }
}
