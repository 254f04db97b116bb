// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.DerivedSignalDraft;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.FolderDraft;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Creating what may be there already, once, whatever happens to the answers. */
class EnsuringThingsTest {
    private static final TraitDraft TRAIT =
            TraitDraft.onboarded("Gold", 5).integrationCode("gold").build();
    private static final SegmentDraft SEGMENT = SegmentDraft.builder()
            .name("Gold")
            .rule("101T")
            .dataSourceId(5)
            .integrationCode("gold")
            .build();
    private static final DerivedSignalDraft SIGNAL = DerivedSignalDraft.builder()
            .sourceKey("k")
            .sourceValue("v")
            .targetKey("tk")
            .targetValue("tv")
            .build();
    private static final String TRAIT_BODY =
            "{'sid':101,'traitType':'ON_BOARDED_TRAIT','name':'Gold','dataSourceId':5,'folderId':0,'createTime':1000}";

    private final RestBench bench = new RestBench();

    EnsuringThingsTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    /** Kind, where it is looked for, what a list without it is, what a list with it is, where it is created, and how. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                kind(
                        "trait",
                        "GET /v1/traits/ic:gold",
                        "",
                        TRAIT_BODY,
                        "POST /v1/traits/",
                        b -> b.client.traits().ensure(TRAIT, RestBench.OPTIONS)),
                kind(
                        "segment",
                        "GET /v1/segments/ic:gold",
                        "",
                        "{'sid':201,'name':'Gold','segmentRule':' 101T ','dataSourceId':'5','mergeRuleDataSourceId':6}",
                        "POST /v1/segments/",
                        b -> b.client.segments().ensure(SEGMENT, RestBench.OPTIONS)),
                kind(
                        "data source",
                        "GET /v1/datasources/",
                        "[{'dataSourceId':4,'integrationCode':'Code'}]",
                        "[{'dataSourceId':5,'integrationCode':'code','idType':'CROSS_DEVICE'}]",
                        "POST /v1/datasources/",
                        b -> b.client
                                .dataSources()
                                .ensure(
                                        DataSourceDraft.declared("Campaign", "code")
                                                .build(),
                                        RestBench.OPTIONS)),
                kind(
                        "derived signal",
                        "GET /v1/signals/derived/",
                        "[{'derivedSignalId':2,'sourceKey':'k','sourceValue':'v','targetKey':'tk','targetValue':'other'}]",
                        "[{'derivedSignalId':3,'sourceKey':'k','sourceValue':'v','targetKey':'tk','targetValue':'tv'}]",
                        "POST /v1/signals/derived/",
                        b -> b.client.derivedSignals().ensure(SIGNAL, RestBench.OPTIONS)),
                kind(
                        "destination",
                        "GET /v1/destinations/",
                        "[{'destinationId':3,'name':'Gold page 2','destinationType':'PUSH'}]",
                        "[{'destinationId':4,'name':'Gold page','destinationType':'PUSH'}]",
                        "POST /v1/destinations/",
                        b -> b.client
                                .destinations()
                                .ensure(
                                        DestinationDraft.builder()
                                                .name("Gold page")
                                                .type(DestinationDraft.URL)
                                                .build(),
                                        RestBench.OPTIONS)),
                kind(
                        "mapping",
                        "GET /v1/destinations/",
                        "[{'destinationId':8,'mappings':[{'sid':201,'traitAlias':'201'}]},{'destinationId':9,'mappings':[{'sid':201,'elementStatus':'deleted'}]}]",
                        "[{'orderId':9,'mappings':[{'mappingId':1,'sid':'201','traitAlias':'201'}]}]",
                        "POST /v1/destinations/9/mappings/",
                        b -> b.client.destinations().mappings(9).ensure(MappingDraft.of(201), RestBench.OPTIONS)),
                kind(
                        "folder",
                        "GET /v1/folders/traits/0",
                        "{'folderId':0,'path':'/','subFolders':[]}",
                        "{'folderId':0,'path':'/','subFolders':[{'folderId':7,'name':'Bridge','path':'/Bridge'}]}",
                        "POST /v1/folders/traits/",
                        b -> b.client.traitFolders().ensure(new FolderDraft(0, "Bridge"), RestBench.OPTIONS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void what_is_there_is_taken(String kind, Case one) {
        bench.answers(one.look, 200, one.with);

        assertThat(one.ensure.apply(bench).isRight()).isTrue();
        assertThat(bench.lines()).noneMatch(line -> line.startsWith("POST"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void a_creation_whose_answer_was_lost_is_looked_for(String kind, Case one) {
        without(one).answers(one.look, 200, one.with).loses(one.create);

        assertThat(one.ensure.apply(bench).isRight()).isTrue();
        assertThat(bench.lines()).containsOnlyOnce(one.create);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void what_somebody_else_created_meanwhile_is_taken(String kind, Case one) {
        without(one).answers(one.look, 200, one.with).answers(one.create, 409, "{}");

        assertThat(one.ensure.apply(bench).isRight()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void a_lost_creation_that_is_not_there_keeps_its_open_fate_and_a_repeat_settles_it(String kind, Case one) {
        without(one);
        without(one).answers(one.look, 200, one.with).loses(one.create);

        BridgeError open = one.ensure.apply(bench).getLeft();
        Either<BridgeError, ?> repeat = one.ensure.apply(bench);

        assertThat(open).isInstanceOf(BridgeError.OutcomeUnknown.class);
        assertThat(repeat.isRight()).isTrue();
        assertThat(bench.lines()).containsOnlyOnce(one.create);
    }

    @ParameterizedTest
    @CsvSource({
        "RULE_BASED_TRAIT, 5, 'its type is RULE_BASED_TRAIT, not ON_BOARDED_TRAIT'",
        "ON_BOARDED_TRAIT, 6, 'its data source is 6, not 5'"
    })
    void a_code_that_belongs_to_something_else_is_a_conflict(String type, long dataSource, String difference) {
        bench.answers(
                "GET /v1/traits/ic:gold",
                200,
                "{'sid':101,'traitType':'" + type + "','dataSourceId':" + dataSource + "}");

        BridgeError error =
                bench.client.traits().ensure(TRAIT, RestBench.OPTIONS).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Conflict.class);
        assertThat(error.message()).contains("trait 101", difference);
    }

    @Test
    void a_segment_of_another_rule_is_a_conflict() {
        bench.answers("GET /v1/segments/ic:gold", 200, "{'sid':201,'segmentRule':'101T OR 102T','dataSourceId':5}");

        assertThat(bench.client
                        .segments()
                        .ensure(SEGMENT, RestBench.OPTIONS)
                        .getLeft()
                        .message())
                .contains("segment 201", "its rule is 101T OR 102T, not 101T");
    }

    @Test
    void a_code_on_two_data_sources_is_a_conflict_that_names_both() {
        bench.answers(
                "GET /v1/datasources/",
                200,
                "[{'dataSourceId':4,'integrationCode':'code'},{'dataSourceId':5,'integrationCode':'code'}]");

        assertThat(bench.client
                        .dataSources()
                        .ensure(DataSourceDraft.declared("Campaign", "code").build(), RestBench.OPTIONS)
                        .getLeft()
                        .message())
                .contains("4, 5");
    }

    @Test
    void without_a_code_nothing_is_asked() {
        TraitDraft nameless = TraitDraft.onboarded("Gold", 5).build();

        BridgeError error =
                bench.client.traits().ensure(nameless, RestBench.OPTIONS).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.lines()).isEmpty();
    }

    /** Golden cases A08 and A09: create, then the rule that names the trait's own number. */
    @Test
    void an_addressable_trait_is_created_and_then_given_its_rule() {
        String whole = TRAIT_BODY.replace("}", ",'integrationCode':'gold'}");
        String ruled = whole.replace("}", ",'traitRule':'ic==101'}");
        bench.answers("POST /v1/traits/", 201, whole)
                .answers("GET /v1/traits/101", 200, whole)
                .answers("PUT /v1/traits/101", 200, ruled);

        var trait = bench.client.traits().ensureAddressable(TRAIT, RestBench.OPTIONS);

        assertThat(trait.get().rule()).contains("ic==101");
        assertThat(bench.bodies("PUT /v1/traits/101")).containsExactly(RestBench.json(ruled));
    }

    @ParameterizedTest
    @CsvSource({"ic==101, true", "ic == \"101\", true", "ic == 102, false", "segID == 5, false"})
    void an_addressable_trait_that_is_there_keeps_its_rule_if_it_is_that_one(String rule, boolean own) {
        bench.answers(
                "GET /v1/traits/ic:gold",
                200,
                TRAIT_BODY.replace("}", ",'traitRule':'" + rule.replace("\"", "\\\"") + "'}"));

        var trait = bench.client.traits().ensureAddressable(TRAIT, RestBench.OPTIONS);

        assertThat(trait.isRight()).isEqualTo(own);
        assertThat(bench.lines()).noneMatch(line -> line.startsWith("P"));
    }

    @Test
    void only_a_rule_free_onboarded_trait_can_become_addressable() {
        TraitDraft ruled = TraitDraft.builder().from(TRAIT).rule("ic==7").build();
        TraitDraft live =
                TraitDraft.ruleBased("Gold", 5, "a==1").integrationCode("gold").build();

        assertThat(bench.client
                        .traits()
                        .ensureAddressable(ruled, RestBench.OPTIONS)
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.client
                        .traits()
                        .ensureAddressable(live, RestBench.OPTIONS)
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.lines()).isEmpty();
    }

    private RestBench without(Case one) {
        return one.empty.isEmpty() ? bench.answers(one.look, 404, "{}") : bench.answers(one.look, 200, one.empty);
    }

    private static Arguments kind(
            String kind,
            String look,
            String empty,
            String with,
            String create,
            Function<RestBench, Either<BridgeError, ?>> ensure) {
        return Arguments.of(kind, new Case(look, empty, with, create, ensure));
    }

    private record Case(
            String look,
            String empty,
            String with,
            String create,
            Function<RestBench, Either<BridgeError, ?>> ensure) {}
}
