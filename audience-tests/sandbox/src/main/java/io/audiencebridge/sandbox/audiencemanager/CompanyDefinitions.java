// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Destination;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Mapping;
import io.audiencebridge.sandbox.audiencemanager.profiles.DataSource;
import io.audiencebridge.sandbox.audiencemanager.profiles.Definitions;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.MergeRule;
import io.audiencebridge.sandbox.audiencemanager.profiles.Segment;
import io.audiencebridge.sandbox.audiencemanager.profiles.Trait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON objects of the API as profiles and files see them. */
final class CompanyDefinitions implements Definitions, Destinations {
    private final Company company;

    CompanyDefinitions(Company company) {
        this.company = company;
    }

    @Override
    public Instant now() {
        return company.now();
    }

    @Override
    public Optional<DataSource> dataSource(long id) {
        return company.dataSources().find(id).filter(item -> !isMergeRule(item)).map(CompanyDefinitions::dataSource);
    }

    private static DataSource dataSource(ObjectNode item) {
        boolean sampled = item.path("samplingEnabled").asBoolean();
        long since =
                item.path("samplingStartTime").asLong(item.path("updateTime").asLong());
        return new DataSource(
                item.path("dataSourceId").asLong(),
                kind(item),
                item.path("idType").asText().equals("CROSS_DEVICE"),
                Duration.ofSeconds(item.path("customerProfileDataRetention").asLong()),
                sampled ? Optional.of(Instant.ofEpochMilli(since)) : Optional.empty());
    }

    /** By the inbound key. */
    private static IdKind kind(ObjectNode item) {
        if (item.path("marketingCloudVisitorIdVersion").asLong() > 0) {
            return IdKind.ECID;
        }
        if (item.path("useAudienceManagerVisitorID").asBoolean()) {
            return IdKind.AAM_UUID;
        }
        return item.path("idType").asText().equals("DEVICE_ADVERTISING_ID") ? IdKind.ALPHANUMERIC : IdKind.CUSTOMER;
    }

    private static boolean isMergeRule(ObjectNode item) {
        return item.path("type").asText().equals(StartingData.MERGE_RULE);
    }

    @Override
    public Optional<Trait> trait(long sid) {
        return company.traits().find(sid).map(CompanyDefinitions::trait);
    }

    @Override
    public Stream<Trait> traits() {
        return company.traits().all().stream().map(CompanyDefinitions::trait);
    }

    private static Trait trait(ObjectNode item) {
        return new Trait(
                item.path("sid").asLong(),
                item.path("dataSourceId").asLong(),
                type(item.path("traitType").asText()),
                item.path("traitRule").asText(""),
                item.path("ttl").asLong(),
                Instant.ofEpochMilli(item.path("createTime").asLong()));
    }

    private static Trait.Type type(String name) {
        return switch (name) {
            case TraitResource.ONBOARDED -> Trait.Type.ONBOARDED;
            case TraitResource.RULE_BASED -> Trait.Type.RULE_BASED;
            default -> Trait.Type.ALGORITHMIC;
        };
    }

    @Override
    public Optional<Segment> segment(long sid) {
        return company.segments().find(sid).map(CompanyDefinitions::segment);
    }

    @Override
    public Stream<Segment> segments() {
        return company.segments().all().stream().map(CompanyDefinitions::segment);
    }

    private static Segment segment(ObjectNode item) {
        return new Segment(
                item.path("sid").asLong(),
                item.path("segmentRule").asText(),
                item.path("mergeRuleDataSourceId").asLong(),
                item.path("status").asText().equals("INACTIVE"));
    }

    @Override
    public Optional<MergeRule> mergeRule(long dataSource) {
        return company.mergeRule(dataSource).map(CompanyDefinitions::mergeRule);
    }

    private static MergeRule mergeRule(ObjectNode item) {
        return new MergeRule(
                MergeRule.Authentication.valueOf(
                        item.path(StartingData.AUTHENTICATION).asText()),
                item.path(StartingData.READS)
                        .valueStream()
                        .map(JsonNode::asLong)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Stream<Destination> destinations() {
        return company.destinations().all().stream()
                .filter(item -> item.path("destinationType").asText().equals("S2S"))
                .map(item -> new Destination(
                        item.path("destinationId").asLong(),
                        item.path(StartingData.MASTER).asLong(),
                        item.path("dataSourceId").asLong(),
                        Company.PID));
    }

    @Override
    public Stream<Mapping> mappings(long destination) {
        return company.mappingsOf(destination).map(CompanyDefinitions::mapping);
    }

    private static Mapping mapping(ObjectNode item) {
        String alias =
                item.path("traitAlias").isNull() ? "" : item.path("traitAlias").asText("");
        String end = item.path("endDate").isNull() ? "" : item.path("endDate").asText("");
        return new Mapping(
                item.path("sid").asLong(),
                alias.isBlank() ? item.path("sid").asText() : alias,
                LocalDate.parse(item.path("startDate").asText()),
                end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(end)));
    }
}
