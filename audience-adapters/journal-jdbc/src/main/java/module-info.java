// SPDX-License-Identifier: Apache-2.0

/** The journal in a database. */
module io.audiencebridge.adapter.journaljdbc {
    requires transitive io.audiencebridge.domain;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.journaljdbc;

    provides io.audiencebridge.domain.spi.engine.JournalFactory with
            io.audiencebridge.adapter.journaljdbc.JdbcJournalFactory;
}
