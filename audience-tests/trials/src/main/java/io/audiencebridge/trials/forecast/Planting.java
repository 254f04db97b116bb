// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.diagnosis.NearMiss;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plants one near miss after the other, and looks whether the forecast names it first, keeps ids to itself, and is right about what mending brings. */
final class Planting {
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final int PART = 6;

    private final Path home;
    private final int people;

    Planting(Path home, int people) {
        this.home = home;
        this.people = people;
    }

    boolean run(Figures figures) throws IOException {
        List<Plant> plants = Plants.all();
        int named = 0;
        boolean quiet = true;
        figures.say(
                String.format("%-48s %-28s %-28s %7s %s", "planted", "named first", "expected", "before", "with it"));
        for (Plant plant : plants) {
            List<String> stored = keys(plant.stored(), 1);
            List<String> sent = keys(plant.sent(), people / 2);
            Forecast forecast = forecast(plant, stored, sent);
            String first = forecast.nearMisses().stream()
                    .findFirst()
                    .map(NearMiss::transformation)
                    .orElse("nothing");
            boolean right = first.equals(plant.named())
                    || (plant.named().equals("other-organisation")
                            && forecast.nearMisses().stream()
                                    .anyMatch(miss -> miss.transformation().equals(plant.named())));
            named += right && isPossible(forecast) ? 1 : 0;
            boolean hushed = isQuiet(forecast, stored) && isQuiet(forecast, sent);
            quiet &= hushed;
            figures.say(String.format(
                    Locale.ROOT,
                    "%-48s %-28s %-28s %6.1f%% %s%s",
                    plant.name(),
                    first,
                    plant.named(),
                    100 * forecast.matchRate().estimate(),
                    with(forecast),
                    (right ? "" : "  WRONG") + (hushed ? "" : "  TELLS AN ID")));
        }
        figures.say("figure near-misses " + named + " of " + plants.size());
        figures.figure("ids-told", quiet ? 0 : 1);
        return named == plants.size() && quiet;
    }

    /** Half of the members are recipients. */
    private static boolean isPossible(Forecast forecast) {
        return forecast.nearMisses().stream().findFirst().stream()
                .allMatch(miss ->
                        miss.rate().contains(0.5) || Math.abs(miss.rate().estimate() - 0.5) < 0.01);
    }

    private static String with(Forecast forecast) {
        return forecast.nearMisses().stream()
                .findFirst()
                .map(miss -> String.format(
                        Locale.ROOT,
                        "%.1f%% (%.1f to %.1f)",
                        100 * miss.rate().estimate(),
                        100 * miss.rate().low(),
                        100 * miss.rate().high()))
                .orElse("-");
    }

    private static boolean isQuiet(Forecast forecast, List<String> keys) {
        String told = forecast.trust()
                + forecast.nearMisses().stream()
                        .map(miss -> miss.transformation() + miss.seen() + miss.remedy())
                        .collect(Collectors.joining());
        return keys.stream()
                .limit(500)
                .noneMatch(key -> IntStream.rangeClosed(0, key.length() - PART)
                        .mapToObj(from -> key.substring(from, from + PART))
                        .filter(part -> part.chars().anyMatch(sign -> sign != '0'))
                        .anyMatch(told::contains));
    }

    private List<String> keys(IntFunction<String> key, int first) {
        return IntStream.range(first, first + people).mapToObj(key).toList();
    }

    private Forecast forecast(Plant plant, List<String> stored, List<String> sent) throws IOException {
        try (AudienceBridge bridge = AudienceBridge.builder()
                .connect(CLOUD, Listed.members(sent))
                .connect(CRM, Listed.recipients(stored))
                .home(home)
                .build()) {
            return bridge.forecast(ForecastRequest.of(ImportRequest.builder()
                    .audience(new AudienceRef(CLOUD, "1"))
                    .into(CRM)
                    .list("Forecast")
                    .dataSource(DataSource.builder()
                            .id(7)
                            .key(plant.key())
                            .destinationId(8)
                            .build())
                    .build()));
        }
    }
}
