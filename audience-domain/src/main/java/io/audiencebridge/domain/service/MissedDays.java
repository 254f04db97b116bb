// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.spi.connector.DeliveryDays;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Days on which the source of an import should have delivered and did not, each told once a run. */
final class MissedDays {
    private final Connectors connectors;
    private final Infrastructure infrastructure;

    MissedDays(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    /** The days, oldest first; none where the source does not say, or cannot be asked: nobody's run fails for it. */
    Seq<LocalDate> of(ImportRequest request, Call call) {
        return connectors
                .offered(request.audience().connection(), DeliveryDays.class)
                .getOrElse(Option.none())
                .map(days -> days.missing(request.audience(), request.dataSource(), call)
                        .getOrElse(Vector.empty()))
                .getOrElse(Vector.empty());
    }

    /** Tells of the days that an import misses and that were not told of it before. */
    Either<BridgeError, RunRecord> notice(RunRecord record, Call call) {
        boolean imports = RunFacts.kind(record.facts()).contains(RunKind.IMPORT)
                && WorkflowFacts.route(record.facts()) == Route.BRIDGE;
        return imports
                ? ImportFacts.read(record.facts(), infrastructure.declaredIdCiphers())
                        .flatMap(request -> notice(record, of(request, call)))
                : Either.right(record);
    }

    Either<BridgeError, RunRecord> notice(RunRecord record, Seq<LocalDate> days) {
        Seq<LocalDate> untold = days.reject(day -> record.facts().containsKey(fact(day)));
        if (untold.isEmpty()) {
            return Either.right(record);
        }
        Map<String, String> facts = new TreeMap<>();
        untold.forEach(
                day -> facts.put(fact(day), infrastructure.clock().instant().toString()));
        return infrastructure.journal().save(Facts.with(record, facts)).peek(saved -> {
            Receipt receipt = Receipts.of(saved, infrastructure.freshness());
            untold.forEach(day -> infrastructure.listener().heard(new SharingEvent.DayMissing(receipt, day)));
        });
    }

    private static String fact(LocalDate day) {
        return "told.day." + day;
    }
}
