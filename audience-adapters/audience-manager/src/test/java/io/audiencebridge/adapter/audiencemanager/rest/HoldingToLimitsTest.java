// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.CookieFormat;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.DerivedSignalDraft;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.FolderDraft;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.adapter.audiencemanager.client.UrlFormat;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documented limits forbid is told at once and not sent. */
class HoldingToLimitsTest {
    private static final String LONG = "n".repeat(256);

    private final RestBench bench = new RestBench();

    HoldingToLimitsTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong(
                        "name",
                        client -> client.traits().create(trait().name(LONG).build(), RestBench.OPTIONS)),
                wrong("name", client -> client.traits().create(trait().name(" ").build(), RestBench.OPTIONS)),
                wrong(
                        "name",
                        client -> client.traits().create(trait().name("a\nb").build(), RestBench.OPTIONS)),
                wrong(
                        "integrationCode",
                        client -> client.traits()
                                .create(trait().integrationCode(LONG).build(), RestBench.OPTIONS)),
                wrong(
                        "dataSourceId",
                        client -> client.traits().create(trait().dataSourceId(0).build(), RestBench.OPTIONS)),
                wrong(
                        "ttlDays",
                        client -> client.traits().create(trait().ttlDays(-1).build(), RestBench.OPTIONS)),
                // golden case A10
                wrong(
                        "rule",
                        client -> client.traits()
                                .create(trait().type(TraitDraft.RULE_BASED).build(), RestBench.OPTIONS)),
                wrong("type", client -> client.traits().create(trait().type("").build(), RestBench.OPTIONS)),
                wrong("rule", client -> client.segments().create(segment(""), RestBench.OPTIONS)),
                wrong("rule", client -> client.segments().create(segment(ofTraits(5001)), RestBench.OPTIONS)),
                wrong(
                        "audienceManagerIds",
                        client -> client.dataSources()
                                .create(
                                        DataSourceDraft.declared("n", "c")
                                                .audienceManagerIds(true)
                                                .build(),
                                        RestBench.OPTIONS)),
                wrong(
                        "retention",
                        client -> client.dataSources()
                                .create(
                                        DataSourceDraft.declared("n", "c")
                                                .retention(Duration.ofMillis(5))
                                                .build(),
                                        RestBench.OPTIONS)),
                wrong(
                        "sourceValue",
                        client -> client.derivedSignals().create(signal("v".repeat(229)), RestBench.OPTIONS)),
                wrong("sourceValue", client -> client.derivedSignals().create(signal(""), RestBench.OPTIONS)),
                wrong(
                        "urlFormat",
                        client -> client.destinations()
                                .create(
                                        destination(DestinationDraft.URL)
                                                .urlFormat(UrlFormat.builder()
                                                        .url("http://a/?s=%alias%")
                                                        .secureUrl("https://a/?s=")
                                                        .build())
                                                .build(),
                                        RestBench.OPTIONS)),
                wrong(
                        "cookieFormat",
                        client -> client.destinations()
                                .create(destination(DestinationDraft.COOKIE).build(), RestBench.OPTIONS)),
                // golden case A14: only Adobe sets such a destination up
                wrong(
                        "type",
                        client -> client.destinations()
                                .create(destination(DestinationDraft.FILES).build(), RestBench.OPTIONS)),
                wrong(
                        "segment",
                        client -> client.destinations().mappings(9).create(MappingDraft.of(0), RestBench.OPTIONS)),
                wrong(
                        "endDate",
                        client -> client.destinations()
                                .mappings(9)
                                .create(
                                        MappingDraft.builder()
                                                .segment(1)
                                                .startDate(LocalDate.of(2026, 2, 1))
                                                .endDate(LocalDate.of(2026, 1, 31))
                                                .build(),
                                        RestBench.OPTIONS)),
                wrong("name", client -> client.traitFolders().create(new FolderDraft(0, "a/b"), RestBench.OPTIONS)),
                wrong("parentId", client -> client.traitFolders().create(new FolderDraft(-1, "a"), RestBench.OPTIONS)),
                wrong("trait", client -> client.traits().find(0, RestBench.OPTIONS)),
                wrong("segment", client -> client.segments().delete(-7, RestBench.OPTIONS)),
                wrong("integrationCode", client -> client.traits().coded(" ", RestBench.OPTIONS)),
                wrong("rule", client -> client.segments().estimate(" ", RestBench.OPTIONS)),
                wrong("rule", client -> client.traits().validate("", RestBench.OPTIONS)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("mistakes")
    void a_mistake_is_named_and_nothing_is_sent(
            String subject, Function<AudienceManagerClient, Either<BridgeError, ?>> mistake) {
        BridgeError error = mistake.apply(bench.client).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(((BridgeError.InvalidRequest) error).violations().map(violation -> violation.subject()))
                .contains(subject);
        assertThat(bench.lines()).isEmpty();
    }

    @Test
    void what_just_fits_is_sent() {
        bench.answers("POST /v1/segments/", 201, "{'sid':1}")
                .answers("POST /v1/traits/", 201, "{'sid':1,'dataSourceId':5}")
                .answers("POST /v1/signals/derived/", 201, "{'derivedSignalId':1}");
        String emoji = "\uD83D\uDE00".repeat(255);

        assertThat(bench.client
                        .segments()
                        .create(segment(ofTraits(5000)), RestBench.OPTIONS)
                        .isRight())
                .isTrue();
        assertThat(bench.client
                        .traits()
                        .create(trait().name(emoji).build(), RestBench.OPTIONS)
                        .isRight())
                .isTrue();
        assertThat(bench.client
                        .derivedSignals()
                        .create(signal("v".repeat(228)), RestBench.OPTIONS)
                        .isRight())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/a/b/c/d, true", "/a/b/c/d/e, false", "a/b/c/d/e/, false"})
    void a_sixth_folder_below_each_other_is_refused(String path, boolean fits) {
        bench.answers("GET /v1/folders/traits/7", 200, "{'folderId':7,'path':'" + path + "'}")
                .answers("POST /v1/folders/traits/", 201, "{'folderId':8}");

        var created = bench.client.traitFolders().create(new FolderDraft(7, "new"), RestBench.OPTIONS);

        assertThat(created.isRight()).isEqualTo(fits);
    }

    @Test
    void a_cookie_destination_is_sent_as_the_documentation_does() {
        bench.answers(
                "POST /v1/destinations/",
                201,
                "{'destinationId':4,'name':'D','destinationType':'ADS','maxSize':2048,'ttl':30,'cookieName':'c'}");

        var created = bench.client
                .destinations()
                .create(
                        destination(DestinationDraft.COOKIE)
                                .domainRestrictions("all_domains")
                                .cookieFormat(CookieFormat.builder()
                                        .cookieName("c")
                                        .singleKey("k")
                                        .addSiteIds(1, 2)
                                        .build())
                                .build(),
                        RestBench.OPTIONS);

        assertThat(created.get().cookieFormat().orElseThrow().maxSize()).isEqualTo(2048);
        assertThat(bench.bodies("POST /v1/destinations/"))
                .containsExactly(
                        RestBench.json(
                                "{'name':'D','description':'','destinationType':'ADS','domainRestrictions':'all_domains','adServerTypeID':1,'cookieName':'c','maxSize':'2048','ttl':'30','formatType':'single_key','singleKey':'k','keySeparator':'=','valueSeparator':',','serializationEnabled':false,'siteIDs':[1,2]}"));
    }

    private static Arguments wrong(String subject, Function<AudienceManagerClient, Either<BridgeError, ?>> mistake) {
        return Arguments.of(subject, mistake);
    }

    private static TraitDraft.Builder trait() {
        return TraitDraft.onboarded("n", 5);
    }

    private static SegmentDraft segment(String rule) {
        return SegmentDraft.builder().name("n").rule(rule).dataSourceId(5).build();
    }

    private static String ofTraits(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(sid -> sid + "T").collect(Collectors.joining(" OR "));
    }

    private static DerivedSignalDraft signal(String value) {
        return DerivedSignalDraft.builder()
                .sourceKey("k")
                .sourceValue(value)
                .targetKey("t")
                .targetValue("v")
                .build();
    }

    private static DestinationDraft.Builder destination(String type) {
        return DestinationDraft.builder().name("D").type(type);
    }
}
