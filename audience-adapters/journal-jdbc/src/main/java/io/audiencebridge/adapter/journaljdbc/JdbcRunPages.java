// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.spi.engine.RunPages;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Pages of runs by one statement each. What is asked for is bound; the statement holds our own words and question marks only. */
final class JdbcRunPages implements RunPages {
    private static final String ORDER = " ORDER BY r.started DESC, r.run_id DESC";

    private final Database database;

    JdbcRunPages(Database database) {
        this.database = database;
    }

    @Override
    public Either<BridgeError, Seq<RunRecord>> page(RunFilter wanted) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!wanted.states().isEmpty()) {
            conditions.add("s.state IN (" + marks(wanted.states()) + ")");
            wanted.states().forEach(state -> values.add(state.name()));
        }
        wanted.since().ifPresent(since -> {
            conditions.add("s.started >= ?");
            values.add(Moments.write(since));
        });
        wanted.before().ifPresent(before -> {
            conditions.add("s.started < ?");
            values.add(Moments.write(before));
        });
        wanted.after().ifPresent(place -> {
            BigDecimal started = Moments.write(place.started());
            conditions.add("(s.started < ? OR (s.started = ? AND s.run_id < ?))");
            values.addAll(List.of(started, started, place.run().value()));
        });
        wanted.facts().forEach(fact -> {
            conditions.add("EXISTS (SELECT 1 FROM audience_bridge_fact w WHERE w.run_id = s.run_id AND w.fact_name IN ("
                    + marks(fact.names()) + ") AND w.fact_value = ?)");
            values.addAll(fact.names());
            values.add(fact.value());
        });
        values.add(wanted.most());
        return database.in("read", connection -> Records.read(connection, statement(conditions), values.toArray()))
                .flatMap(Records::sound);
    }

    private static String statement(List<String> conditions) {
        return Records.SELECT + " FROM (SELECT s.* FROM audience_bridge_run s"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY s.started DESC, s.run_id DESC FETCH FIRST ? ROWS ONLY) r" + Records.JOIN + ORDER;
    }

    private static String marks(Collection<?> of) {
        return String.join(", ", Collections.nCopies(of.size(), "?"));
    }
}
