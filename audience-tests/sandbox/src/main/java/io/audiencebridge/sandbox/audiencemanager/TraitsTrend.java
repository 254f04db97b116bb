// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.profiles.Realizations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code POST /reports/traits-trend}: a table as text, a line for each trait and a column for each day, with how many ids
 * had the trait at the day's end that still have it. Source: audience-manager.md, section 2.10.
 *
 * <p>UNVERIFIED: the names of the columns; the fourth is the trait's name.
 */
final class TraitsTrend {
    private static final String HEADER = "Trait ID,Data Source ID,Metric,Trait Name";
    private static final int MOST_DAYS = 366;

    private final Company company;
    private final List<LocalDate> days;
    private final boolean people;

    private TraitsTrend(Company company, List<LocalDate> days, boolean people) {
        this.company = company;
        this.days = days;
        this.people = people;
    }

    static Answer answer(Company company, ApiRequest request) {
        if (!request.method().equals("POST")) {
            throw ApiError.method(request.method());
        }
        if (!request.fields("interval").equals(List.of("1D"))) {
            throw ApiError.invalid("interval must be 1D");
        }
        List<String> metrics = request.fields("traitMetricsType");
        if (metrics.size() != 1 || !List.of("DEVICE", "CROSS_DEVICE").contains(metrics.get(0))) {
            throw ApiError.invalid("traitMetricsType must be DEVICE or CROSS_DEVICE");
        }
        List<ObjectNode> traits = request.fields("sids").stream()
                .flatMap(sids -> Stream.of(sids.split(",")))
                .map(sid -> company.traits().require(sid.strip()))
                .toList();
        boolean people = metrics.get(0).equals("CROSS_DEVICE");
        return Answer.csv(new TraitsTrend(company, days(request), people).table(traits));
    }

    private static List<LocalDate> days(ApiRequest request) {
        LocalDate first = day(request, "startDate");
        LocalDate last = day(request, "endDate");
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw ApiError.invalid("endDate must be at most a year after startDate, and not before it");
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static LocalDate day(ApiRequest request, String name) {
        String text = String.join("", request.fields(name));
        if (!text.matches("\\d{1,15}")) {
            throw ApiError.invalid(name + " must be milliseconds since 1970");
        }
        return Instant.ofEpochMilli(Long.parseLong(text)).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private String table(List<ObjectNode> traits) {
        String header = HEADER + days.stream().map(day -> "," + day).collect(Collectors.joining());
        return Stream.concat(Stream.of(header), traits.stream().map(this::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(ObjectNode trait) {
        String name = "\"" + trait.path("name").asText().replace("\"", "\"\"") + "\"";
        return trait.path("sid").asText() + "," + trait.path("dataSourceId").asText() + ","
                + (people ? "CROSS_DEVICE" : "DEVICE") + "," + name
                + days.stream()
                        .map(day -> "," + holders(trait.path("sid").asLong(), day))
                        .collect(Collectors.joining());
    }

    private long holders(long trait, LocalDate day) {
        Instant next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return company.profiles()
                .realizations(trait, people)
                .mapToLong(found -> until(found, next))
                .sum();
    }

    private static long until(Realizations found, Instant end) {
        Duration minute = Duration.ofMinutes(1);
        return (long) found.since(Instant.EPOCH.plus(minute)).cardinality()
                - found.since(end).cardinality();
    }
}
