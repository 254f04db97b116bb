// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Forecasts many data sets of known truth and counts how often the truth lies within. */
final class Coverage {
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final long[] THOUSANDS = {1, 10, 100, 1_000, 10_000};
    private static final double[] PRESENT = {0, 0.01, 0.1, 0.5, 0.9, 1};
    private static final double[] RATES = {0.001, 0.01, 0.05, 0.3, 0.7, 0.95, 1};
    private static final double[] SHARING = {0, 0.01, 0.1};
    private static final double PERCENT = 100;
    private static final long LARGEST = 100_000;
    private static final long STREAMED = 1_000;

    private final Path home;
    private final SplittableRandom random;
    private final Map<Method, long[]> tallies = new EnumMap<>(Method.class);
    private double readShare;

    Coverage(Path home, long seed) {
        this.home = home;
        this.random = new SplittableRandom(seed);
        for (Method method : Method.values()) {
            tallies.put(method, new long[4]);
        }
    }

    /** Forecasts {@code sets} data sets by each method, and {@code large} of a hundred million on both sides; whether intervals hold at their rate. */
    boolean run(int sets, int large, Figures figures) throws IOException {
        for (Method method : Method.values()) {
            for (int set = 0; set < method.sets(sets); set++) {
                forecast(
                        method,
                        method == Method.STREAM ? STREAMED : THOUSANDS[random.nextInt(THOUSANDS.length)],
                        method.budget(random),
                        figures);
            }
        }
        for (int set = 0; set < large; set++) {
            forecast(
                    set % 2 == 0 ? Method.SAMPLES : Method.LOOK_UP,
                    LARGEST,
                    new SampleBudget(100_000, 0.001, 0.95, random.nextLong()),
                    figures);
        }
        return tell(figures);
    }

    private void forecast(Method method, long thousands, SampleBudget budget, Figures figures) throws IOException {
        boolean large = thousands == LARGEST;
        boolean whole = large || method == Method.STREAM;
        People people = new People(
                thousands,
                whole ? 0.3 + 0.3 * random.nextDouble() : PRESENT[random.nextInt(PRESENT.length)],
                whole ? 0.3 + 0.6 * random.nextDouble() : RATES[random.nextInt(RATES.length)],
                1 + random.nextInt(3),
                SHARING[random.nextInt(SHARING.length)],
                random.split());
        Drawn drawn = new Drawn(people, random.nextLong());
        Forecast forecast;
        try (AudienceBridge bridge = AudienceBridge.builder()
                .connect(CLOUD, drawn.members(method == Method.STREAM))
                .connect(CRM, drawn.recipients(method == Method.LOOK_UP))
                .home(home)
                .build()) {
            forecast = bridge.forecast(new ForecastRequest(new DiagnosisRequest.Sharing.Import(request()), budget));
        }
        count(method, people, forecast, large, figures);
    }

    private void count(Method method, People people, Forecast forecast, boolean large, Figures figures) {
        if (forecast.trust().contains("nothing is estimated")) {
            return;
        }
        boolean rate = holds(forecast.matchRate(), people.rate());
        boolean list = holds(forecast.listSize(), (double) people.listed());
        long[] tally = Objects.requireNonNull(tallies.get(method));
        tally[0]++;
        tally[1] += rate ? 1 : 0;
        tally[2]++;
        tally[3] += list ? 1 : 0;
        if (!rate || !list || large) {
            figures.say(String.format(
                    Locale.ROOT,
                    "%s %s: %,d members, %,d recipients; rate %.5f in %.5f..%.5f..%.5f; list %,d in %,.0f..%,.0f..%,.0f; read %,d and %,d",
                    rate && list ? "holds" : "MISSES",
                    method,
                    people.rows(),
                    people.recipients(),
                    people.rate(),
                    forecast.matchRate().low(),
                    forecast.matchRate().estimate(),
                    forecast.matchRate().high(),
                    people.listed(),
                    forecast.listSize().low(),
                    forecast.listSize().estimate(),
                    forecast.listSize().high(),
                    forecast.membersRead(),
                    forecast.recipientsRead()));
        }
        if (large) {
            readShare = Math.max(
                    readShare,
                    Math.max(
                            (double) forecast.membersRead() / people.rows(),
                            (double) forecast.recipientsRead() / people.recipients()));
        }
    }

    /** Ends are computed, so a truth at an end may lie a rounding beside it. */
    private static boolean holds(Interval interval, double truth) {
        double rounding = 1e-9 * Math.max(1, truth);
        return interval.low() - rounding <= truth && truth <= interval.high() + rounding;
    }

    private boolean tell(Figures figures) {
        long intervals = 0;
        long held = 0;
        boolean sound = true;
        for (Method method : Method.values()) {
            long[] tally = Objects.requireNonNull(tallies.get(method));
            intervals += tally[0] + tally[2];
            held += tally[1] + tally[3];
            figures.say(String.format(
                    Locale.ROOT,
                    "%s: %d data sets that were sampled; the truth within: rate %.1f%%, list size %.1f%%",
                    method,
                    tally[0],
                    PERCENT * tally[1] / Math.max(1, tally[0]),
                    PERCENT * tally[3] / Math.max(1, tally[2])));
            sound &= tally[0] == 0 || (tally[1] >= least(tally[0]) && tally[3] >= least(tally[2]));
        }
        figures.figure("forecasts", intervals / 2);
        figures.figure("coverage-percent", PERCENT * held / Math.max(1, intervals));
        figures.say(String.format(Locale.ROOT, "figure read-share %.5f", readShare));
        return sound && readShare <= 0.001;
    }

    /** As many of {@code sets} as chance leaves of 95% in all but one of a thousand times. */
    private static double least(long sets) {
        return 0.95 * sets - 3.1 * Math.sqrt(sets * 0.95 * 0.05);
    }

    private static ImportRequest request() {
        return ImportRequest.builder()
                .audience(new AudienceRef(CLOUD, "1"))
                .into(CRM)
                .list("Forecast")
                .dataSource(DataSource.builder()
                        .id(7)
                        .key(new ReconciliationKey.Visitor())
                        .destinationId(8)
                        .build())
                .build();
    }

    /** How it is measured. */
    private enum Method {
        /** Members are drawn and their keys looked up. */
        LOOK_UP,
        /** Both sides are drawn. */
        SAMPLES,
        /** Members are read whole, and held as far as there is room; that takes long. */
        STREAM;

        private int sets(int asked) {
            return this == STREAM ? asked / 15 : asked;
        }

        private SampleBudget budget(SplittableRandom random) {
            long keys = this == STREAM ? 100_000_000 : 1_000 + random.nextInt(30_000);
            return new SampleBudget(keys, 0.001 + 0.1 * random.nextDouble(), 0.95, random.nextLong());
        }
    }
}
