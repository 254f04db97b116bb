// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.RouteEstimate;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;

/**
 * Chooses how recipients' keys come to be matched, by what each route would take. Reading everybody is what is done when too little is known: it is never wrong, only slow. Whoever
 * wants a kept copy gets one at the first reading of everybody. Pure.
 */
final class RoutePlanner {
    /** What a system that extracts or writes files needs before it does. */
    private static final double EXTRACT_SECONDS = 300;

    private static final long PAGE = 10_000;
    private static final long EXTRACT_CALLS = 4;
    private static final long INDEX_CALLS = 2;

    /** The share of recipients that changes in a day, as guessed. */
    private static final double CHANGING_A_DAY = 0.01;

    /** Bytes of a recipient with a key, as guessed: in an answer of XML, in a compressed file, and asked for by its key. */
    private static final long ROW_BYTES = 100;

    private static final long EXTRACTED_BYTES = 30;
    private static final long LOOKED_UP_BYTES = 200;

    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final RouteSituation situation;
    private final RouteRates rates;

    private RoutePlanner(RouteSituation situation, RouteRates rates) {
        this.situation = situation;
        this.rates = rates;
    }

    /** The plan. Left: {@code InvalidRequest} when a route was forced that cannot be gone. */
    static Either<BridgeError, MatchPlan> plan(RouteSituation situation, RouteRates rates) {
        return new RoutePlanner(situation, rates).plan();
    }

    private Either<BridgeError, MatchPlan> plan() {
        if (situation.forced().isPresent()) {
            KeyRoute forced = situation.forced().get();
            return possible().contains(forced)
                    ? Either.right(planned(forced, "the settings say so"))
                    : Either.left(BridgeError.InvalidRequest.of("matchBy", impossible(forced)));
        }
        Seq<RouteEstimate> estimates = estimates();
        KeyRoute everybody = everybody();
        if (situation.recipients().isEmpty()) {
            boolean oneCall = estimates.exists(route -> route.route() == KeyRoute.LOOK_UP && route.calls() <= 1);
            return Either.right(
                    oneCall ? planned(KeyRoute.LOOK_UP, lookedUp()) : planned(everybody, because(everybody)));
        }
        KeyRoute cheapest = estimates.headOption().map(RouteEstimate::route).getOrElse(everybody);
        return Either.right(planned(cheapest, because(cheapest)));
    }

    /** Every route that could be gone; what is cheapest when all else is the same comes first. */
    private Seq<KeyRoute> possible() {
        Vector<KeyRoute> routes = Vector.of(KeyRoute.SCAN);
        routes = situation.extracts() ? routes.append(KeyRoute.EXTRACT) : routes;
        routes = situation.keysPerCall().isPresent() ? routes.append(KeyRoute.LOOK_UP) : routes;
        return isIndexWanted() ? routes.append(KeyRoute.KEPT_INDEX) : routes;
    }

    /** What is thought of without force: a connection that extracts is trusted to know when, and a copy that is wanted is built rather than not. */
    private Seq<KeyRoute> considered() {
        return possible()
                .filter(route -> route != KeyRoute.SCAN || !(situation.extracts() || toBuild()))
                .filter(route -> route != KeyRoute.EXTRACT || !toBuild());
    }

    private KeyRoute everybody() {
        return isIndexWanted() ? KeyRoute.KEPT_INDEX : situation.extracts() ? KeyRoute.EXTRACT : KeyRoute.SCAN;
    }

    private boolean isIndexWanted() {
        return situation.indexAge().isPresent() || toBuild();
    }

    private boolean toBuild() {
        return situation.indexToBuild().isPresent();
    }

    /** Sorted by time, then calls, then bytes; what is simpler stays before what is not. */
    private Seq<RouteEstimate> estimates() {
        return considered()
                .flatMap(this::estimate)
                .sorted(Comparator.comparing(RouteEstimate::time)
                        .thenComparing(RouteEstimate::calls)
                        .thenComparing(RouteEstimate::bytes));
    }

    private Seq<RouteEstimate> estimate(KeyRoute route) {
        if (route == KeyRoute.LOOK_UP) {
            return situation.members().isEmpty()
                    ? Vector.empty()
                    : Vector.of(lookUp(situation.members().getAsLong()));
        }
        if (situation.recipients().isEmpty()) {
            return Vector.empty();
        }
        long all = situation.recipients().getAsLong();
        return Vector.of(
                switch (route) {
                    case SCAN ->
                        new RouteEstimate(route, pages(all), all, all * ROW_BYTES, seconds(all / rate(KeyRoute.SCAN)));
                    case EXTRACT ->
                        new RouteEstimate(
                                route,
                                EXTRACT_CALLS,
                                all,
                                all * EXTRACTED_BYTES,
                                seconds(EXTRACT_SECONDS + all / rate(KeyRoute.EXTRACT)));
                    default -> index(all);
                });
    }

    private RouteEstimate lookUp(long members) {
        long most = situation.keysPerCall().orElse(1);
        return new RouteEstimate(
                KeyRoute.LOOK_UP,
                (members + most - 1) / most,
                members,
                members * LOOKED_UP_BYTES,
                seconds(members / rate(KeyRoute.LOOK_UP)));
    }

    private RouteEstimate index(long all) {
        double local = all / rate(KeyRoute.KEPT_INDEX);
        if (toBuild()) {
            RouteEstimate whole = estimate(situation.extracts() ? KeyRoute.EXTRACT : KeyRoute.SCAN)
                    .head();
            return new RouteEstimate(
                    KeyRoute.KEPT_INDEX,
                    whole.calls() + 1,
                    all,
                    whole.bytes(),
                    whole.time().plus(seconds(local)));
        }
        double days = situation.indexAge().orElse(Duration.ZERO).toSeconds() / DAY;
        long changed = (long) Math.min((double) all, all * CHANGING_A_DAY * days);
        return new RouteEstimate(
                KeyRoute.KEPT_INDEX,
                INDEX_CALLS + pages(changed),
                changed,
                changed * ROW_BYTES,
                seconds(changed / rate(KeyRoute.SCAN) + local));
    }

    private String because(KeyRoute route) {
        return switch (route) {
            case LOOK_UP -> lookedUp();
            case KEPT_INDEX ->
                toBuild()
                        ? "read everybody once more to keep a copy: "
                                + situation.indexToBuild().get()
                        : "read what changed in the last "
                                + text(situation
                                        .indexAge()
                                        .orElse(Duration.ZERO)
                                        .toHours()) + " hours instead of "
                                + everybodyInWords();
            case EXTRACT ->
                situation.recipients().isEmpty()
                        ? "the number of recipients is not known, and the connection says when to extract them"
                        : "a file of " + everybodyInWords() + " is the cheapest way";
            case SCAN ->
                situation.recipients().isEmpty()
                        ? "the number of recipients is not known"
                        : "reading " + everybodyInWords() + " is the cheapest way";
        };
    }

    private String lookedUp() {
        RouteEstimate estimate = lookUp(situation.members().orElse(0));
        return "looked up " + text(estimate.rows()) + " keys in " + text(estimate.calls())
                + (estimate.calls() == 1 ? " call" : " calls") + " instead of reading " + everybodyInWords();
    }

    private String everybodyInWords() {
        return situation.recipients().isEmpty()
                ? "everybody"
                : text(situation.recipients().getAsLong()) + " recipients";
    }

    private String impossible(KeyRoute forced) {
        return "cannot be " + forced + " here: "
                + switch (forced) {
                    case LOOK_UP ->
                        "the connection looks up no keys, their stored form is not their wire form, or the audience is too large or known by fingerprints only";
                    case EXTRACT -> "the connection extracts no keys";
                    case KEPT_INDEX ->
                        "the bridge was built without recipientIndex(...), the connection cannot tell what changed, or the engine takes no packed keys, as those in memory, of DuckDB and of Spark do";
                    case SCAN -> "that is always possible";
                }
                + "; possible are " + possible().mkString(", ");
    }

    private MatchPlan planned(KeyRoute route, String because) {
        return MatchPlan.builder()
                .route(route)
                .because(because)
                .estimates(estimates())
                .build();
    }

    private double rate(KeyRoute route) {
        return rates.perSecond(route);
    }

    private static long pages(long rows) {
        return rows / PAGE + 1;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
