// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.dcs.CookieDestination;
import io.audiencebridge.sandbox.audiencemanager.dcs.MappedSegment;
import io.audiencebridge.sandbox.audiencemanager.dcs.Partner;
import io.audiencebridge.sandbox.audiencemanager.dcs.UrlDestination;
import io.audiencebridge.sandbox.audiencemanager.profiles.Definitions;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The JSON objects of the API as data collection sees them. */
final class CompanyPartner implements Partner {
    private final Company company;
    private final String orgId;

    CompanyPartner(Company company, String orgId) {
        this.company = company;
        this.orgId = orgId;
    }

    @Override
    public Object lock() {
        return company;
    }

    @Override
    public String orgId() {
        return orgId;
    }

    @Override
    public Definitions definitions() {
        return company.definitions();
    }

    @Override
    public Visits visits() {
        return company.visits();
    }

    @Override
    public Stream<Long> dataSources() {
        return Stream.concat(company.dataSources().all().stream(), GlobalDataSources.all())
                .map(item -> item.path("dataSourceId").asLong());
    }

    @Override
    public OptionalLong dataSourceOfCode(String integrationCode) {
        return number("integrationCode", integrationCode);
    }

    @Override
    public OptionalLong dataSourceOfNamespace(String code) {
        return number("customNamespaceCode", code);
    }

    private OptionalLong number(String member, String wanted) {
        return Stream.concat(company.dataSources().all().stream(), GlobalDataSources.all())
                .filter(item -> !wanted.isEmpty() && text(item, member).equals(wanted))
                .mapToLong(item -> item.path("dataSourceId").asLong())
                .findFirst();
    }

    @Override
    public Stream<UrlDestination> urlDestinations() {
        return destinations("PUSH")
                .map(item -> new UrlDestination(
                        item.path("serializationEnabled").asBoolean(),
                        text(item, "urlFormatString"),
                        text(item, "secureUrlFormatString"),
                        text(item, "delimiter"),
                        segments(item)));
    }

    @Override
    public Stream<CookieDestination> cookieDestinations() {
        return destinations("ADS")
                .map(item -> new CookieDestination(
                        text(item, "cookieName"),
                        text(item, "cnameDomain"),
                        item.path("ttl").asLong(),
                        text(item, "formatType").equals("single_key") ? text(item, "singleKey") : "",
                        new CookieDestination.Separators(
                                text(item, "keySeparator"),
                                text(item, "valueSeparator"),
                                item.path("serializationEnabled").asBoolean()
                                        ? text(item, "serializationSeparator")
                                        : ""),
                        segments(item)));
    }

    private Stream<ObjectNode> destinations(String type) {
        return company.destinations().all().stream()
                .filter(item -> text(item, "destinationType").equals(type))
                .filter(item -> text(item, "status").equals("ACTIVE"));
    }

    private List<MappedSegment> segments(ObjectNode destination) {
        LocalDate today = company.now().atZone(ZoneOffset.UTC).toLocalDate();
        return company.mappingsOf(destination.path("destinationId").asLong())
                .filter(mapping -> !LocalDate.parse(text(mapping, "startDate")).isAfter(today))
                .filter(mapping -> text(mapping, "endDate").isEmpty()
                        || !LocalDate.parse(text(mapping, "endDate")).isBefore(today))
                .map(mapping -> new MappedSegment(
                        mapping.path("sid").asLong(),
                        text(mapping, "traitAlias").isEmpty()
                                ? mapping.path("sid").asText()
                                : text(mapping, "traitAlias"),
                        text(mapping, "valueAlias").isEmpty()
                                ? mapping.path("sid").asText()
                                : text(mapping, "valueAlias"),
                        text(mapping, "url"),
                        text(mapping, "secureUrl")))
                .toList();
    }

    @Override
    public Stream<DerivedSignal> derivedSignals() {
        return company.derivedSignals().all().stream()
                .map(item -> new DerivedSignal(
                        text(item, "sourceKey"),
                        text(item, "sourceValue"),
                        text(item, "targetKey"),
                        text(item, "targetValue")));
    }

    @Override
    public Optional<Described> described(Kind kind, long number) {
        return switch (kind) {
            case TRAIT -> company.traits().find(number).map(item -> described(item, "traitType"));
            case SEGMENT -> company.segments().find(number).map(item -> described(item, "status"));
            case DATA_SOURCE ->
                company.dataSources()
                        .find(number)
                        .or(() -> GlobalDataSources.find(Long.toString(number)))
                        .map(item -> described(item, "idType"));
        };
    }

    private static Described described(ObjectNode item, String type) {
        return new Described(
                text(item, "name"), text(item, "description"), text(item, type), text(item, "integrationCode"));
    }

    private static String text(ObjectNode item, String member) {
        return item.path(member).isNull() ? "" : item.path(member).asText("");
    }
}
