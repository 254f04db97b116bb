// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.RouteEstimate;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** How an import's members were matched, as facts of a run record. */
final class MatchFacts {
    private static final String ROUTE = "match.route";
    private static final String BECAUSE = "match.because";
    private static final String ESTIMATES = "match.estimates";
    private static final String ROWS = "match.rows";
    private static final String READ = "match.read";
    private static final String MILLIS = "match.millis";
    private static final String KEYS = "match.keys";
    private static final String WATERMARK = "match.watermark";
    private static final String AT = "match.watermarkAt";

    /** Where in an estimate's line its bytes are; runs of before have none. */
    private static final int BYTES = 4;

    private MatchFacts() {}

    /** The record of a run whose route was just chosen. */
    static RunRecord chosen(RunRecord record, MatchPlan plan) {
        Map<String, String> facts = new TreeMap<>(record.facts());
        List.of(ROWS, READ, MILLIS, KEYS, WATERMARK, AT).forEach(facts::remove);
        facts.put(ROUTE, plan.route().name());
        facts.put(BECAUSE, plan.because());
        facts.put(
                ESTIMATES,
                String.join(
                        "\n", plan.estimates().stream().map(MatchFacts::line).toList()));
        return RunRecord.builder().from(record).facts(facts).build();
    }

    /** The record, with where the changes stood before everybody is read. */
    static RunRecord stamped(RunRecord record, IndexStamp stamp) {
        return Facts.with(
                record, Map.of(WATERMARK, stamp.watermark(), AT, stamp.at().toString()));
    }

    /** The record of a run whose recipients were matched. */
    static RunRecord matched(RunRecord record, long rows, long read, long keys, Duration took) {
        return Facts.with(
                record,
                Map.of(
                        ROWS, Long.toString(rows),
                        READ, Long.toString(read),
                        KEYS, Long.toString(keys),
                        MILLIS, Long.toString(took.toMillis())));
    }

    /** The route that was chosen and not gone to its end, since the run waited. */
    static Option<KeyRoute> pending(RunRecord record) {
        return Option.when(
                record.facts().containsKey(ROUTE) && !record.facts().containsKey(ROWS),
                () -> KeyRoute.valueOf(Facts.required(record.facts(), ROUTE)));
    }

    static Option<IndexStamp> stamp(RunRecord record) {
        return Option.of(record.facts().get(WATERMARK))
                .map(watermark -> new IndexStamp(watermark, Instant.parse(Facts.required(record.facts(), AT))));
    }

    static Optional<MatchPlan> read(Map<String, String> facts) {
        if (!facts.containsKey(ROUTE)) {
            return Optional.empty();
        }
        return Optional.of(MatchPlan.builder()
                .route(KeyRoute.valueOf(Facts.required(facts, ROUTE)))
                .because(Facts.required(facts, BECAUSE))
                .estimates(facts.getOrDefault(ESTIMATES, "")
                        .lines()
                        .map(MatchFacts::estimate)
                        .toList())
                .rows(number(facts, ROWS))
                .read(number(facts, READ))
                .took(Optional.ofNullable(facts.get(MILLIS))
                        .map(Long::parseLong)
                        .map(Duration::ofMillis))
                .build());
    }

    /** Whether the facts of the record are of a kind; a journal may have been edited. */
    static boolean isSound(RunRecord record) {
        try {
            read(record.facts());
            number(record.facts(), KEYS);
            return true;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            return false;
        }
    }

    /** The rates, and what the run adds to them; a run of few rows or none tells nothing of speed. */
    static RouteRates learned(RouteRates rates, RunRecord record, long fewest) {
        Map<String, String> facts = record.facts();
        long millis = Facts.number(facts, MILLIS, 0);
        if (!facts.containsKey(ROUTE) || millis <= 0) {
            return rates;
        }
        KeyRoute route = KeyRoute.valueOf(Facts.required(facts, ROUTE));
        long work = Facts.number(facts, route == KeyRoute.LOOK_UP ? KEYS : ROWS, 0);
        return work < fewest ? rates : rates.with(route, work * 1000.0 / millis);
    }

    /** How many rows of recipients there were, if the run saw all of them. */
    static OptionalLong everybody(RunRecord record) {
        return KeyRoute.LOOK_UP.name().equals(record.facts().get(ROUTE))
                ? OptionalLong.empty()
                : number(record.facts(), ROWS);
    }

    private static OptionalLong number(Map<String, String> facts, String name) {
        return facts.containsKey(name) ? OptionalLong.of(Facts.number(facts, name)) : OptionalLong.empty();
    }

    private static String line(RouteEstimate estimate) {
        return estimate.route() + " " + estimate.calls() + " " + estimate.rows() + " "
                + estimate.time().toMillis() + " " + estimate.bytes();
    }

    private static RouteEstimate estimate(String line) {
        String[] words = line.split(" ", -1);
        return new RouteEstimate(
                KeyRoute.valueOf(words[0]),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                words.length > BYTES ? Long.parseLong(words[BYTES]) : 0,
                Duration.ofMillis(Long.parseLong(words[3])));
    }
}
