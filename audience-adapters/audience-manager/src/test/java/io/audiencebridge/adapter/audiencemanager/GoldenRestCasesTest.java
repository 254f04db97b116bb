// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.BulkItem;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.Destination;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.DestinationQuery;
import io.audiencebridge.adapter.audiencemanager.client.FolderDraft;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.adapter.audiencemanager.client.SearchQuery;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.adapter.audiencemanager.client.TraitQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.List;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden cases of the REST API, by the client against the sandbox. */
class GoldenRestCasesTest {
    private static final CallOptions OPTIONS = CallOptions.within(Duration.ofSeconds(30));

    private final SandboxBench bench = new SandboxBench();
    private final AudienceManagerClient client =
            bench.connector.ability(AudienceManagerClient.class).get();

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                golden("A04 the first-call user", GoldenRestCasesTest::user),
                golden("A05 a list without pages", GoldenRestCasesTest::folderAndDataSource),
                golden("A06 a list in pages, sorted", GoldenRestCasesTest::pages),
                golden("A08 an onboarded trait", GoldenRestCasesTest::onboarded),
                golden("A09 its rule names its number", GoldenRestCasesTest::addressable),
                golden("A10 a rule that is none", GoldenRestCasesTest::brokenRule),
                golden("A12 a paused segment", GoldenRestCasesTest::paused),
                golden("A14 a URL destination", GoldenRestCasesTest::destination),
                golden("A16 the destinations of a segment", GoldenRestCasesTest::mapped),
                golden("A17 a destination with mappings stays", GoldenRestCasesTest::inUse),
                golden("A18 several at once", GoldenRestCasesTest::several),
                golden("A20 by integration code", GoldenRestCasesTest::coded),
                golden("A21 a code that is taken", GoldenRestCasesTest::takenCode),
                golden("several mappings, one of them there", GoldenRestCasesTest::severalMappings),
                golden("another merge rule for all segments", GoldenRestCasesTest::mergeRules),
                golden("folders", GoldenRestCasesTest::folders),
                golden("histories", GoldenRestCasesTest::histories),
                golden("limits and rules", GoldenRestCasesTest::limits));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void golden_case(String name, Consumer<GoldenRestCasesTest> golden) {
        golden.accept(this);
    }

    private void user() {
        var self = client.self(OPTIONS).get();

        assertThat(self.pid()).isEqualTo(bench.sandbox.audienceManagerData().pid());
        assertThat(self.companyName()).isPresent();
        assertThat(self.toString()).doesNotContain("@example.com");
    }

    private void folderAndDataSource() {
        long folder = client.traitFolders()
                .create(new FolderDraft(0, "Shared"), OPTIONS)
                .get()
                .id();
        create("in", folder);
        create("out", 0);

        var inFolder = client.traits()
                .list(TraitQuery.builder().folderId(folder).build(), OPTIONS)
                .all()
                .get();

        assertThat(inFolder.map(Trait::name)).containsExactly("in");
    }

    private void pages() {
        for (String name : List.of("b", "d", "a", "c", "e")) {
            create(name, 0);
        }
        var query =
                TraitQuery.builder().sortBy("name").descending(true).pageSize(2).build();
        var pages = client.traits().list(query, OPTIONS);

        assertThat(pages.next().get().map(Trait::name)).containsExactly("e", "d");
        assertThat(pages.total()).hasValue(5);
        assertThat(pages.all().get().map(Trait::name)).containsExactly("c", "b", "a");
    }

    private void onboarded() {
        Trait trait = client.traits()
                .create(TraitDraft.onboarded("VIP", declared()).build(), OPTIONS)
                .get();

        assertThat(trait.sid()).isPositive();
        assertThat(trait.active()).isTrue();
        assertThat(trait.timeToLive()).contains(Duration.ofDays(120));
        assertThat(client.traits().find(trait.sid(), OPTIONS).get().get().name())
                .isEqualTo("VIP");
    }

    private void addressable() {
        TraitDraft draft =
                TraitDraft.onboarded("VIP", declared()).integrationCode("vip").build();

        Trait first = client.traits().ensureAddressable(draft, OPTIONS).get();
        Trait again = client.traits().ensureAddressable(draft, OPTIONS).get();

        assertThat(first.rule()).contains("ic==" + first.sid());
        assertThat(again).isEqualTo(first);
    }

    private void brokenRule() {
        var refused = client.traits()
                .create(TraitDraft.ruleBased("VIP", declared(), "((").build(), OPTIONS);

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
    }

    private void paused() {
        Segment segment = segment("gold");

        Segment paused = client.segments()
                .edit(
                        segment.sid(),
                        found ->
                                SegmentDraft.builder().from(found).active(false).build(),
                        OPTIONS)
                .get();

        assertThat(paused.active()).isFalse();
        assertThat(paused.rule()).isEqualTo(segment.rule());
        assertThat(paused.mergeRuleDataSourceId()).isEqualTo(segment.mergeRuleDataSourceId());
    }

    private void destination() {
        Destination created = client.destinations().create(page(), OPTIONS).get();

        assertThat(created.type()).isEqualTo(DestinationDraft.URL);
        assertThat(client.destinations().ensure(page(), OPTIONS).get().id()).isEqualTo(created.id());
    }

    private void mapped() {
        Segment segment = segment("gold");
        long target = bench.sandbox.audienceManagerData().declaredDestinationId();
        client.destinations()
                .mappings(target)
                .ensure(MappingDraft.of(segment.sid()), OPTIONS)
                .get();
        var query = DestinationQuery.builder().containsSegment(segment.sid()).build();

        var found = client.destinations().list(query, OPTIONS).all().get();

        assertThat(found.map(Destination::id)).containsExactly(target);
        assertThat(found.head().mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.alias()).contains(Long.toString(segment.sid())));
    }

    private void inUse() {
        Segment segment = segment("gold");
        long id = client.destinations().create(page(), OPTIONS).get().id();
        Mapping mapping = client.destinations()
                .mappings(id)
                .create(MappingDraft.builder().segment(segment.sid()).build(), OPTIONS)
                .get();

        Either<BridgeError, Boolean> refused = client.destinations().delete(id, OPTIONS);
        client.destinations().mappings(id).delete(mapping.id(), OPTIONS).get();

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.Conflict.class);
        assertThat(client.destinations().delete(id, OPTIONS).get()).isTrue();
        assertThat(client.destinations().delete(id, OPTIONS).get()).isFalse();
    }

    private void several() {
        long first = create("a", 0).sid();
        long second = create("b", 0).sid();
        long used = trait("used");
        client.segments()
                .create(
                        SegmentDraft.builder()
                                .name("Used")
                                .rule(used + "T")
                                .dataSourceId(declared())
                                .build(),
                        OPTIONS)
                .get();

        var free = client.traits().deleteAll(List.of(first, second), OPTIONS).get();
        var mixed = client.traits().deleteAll(List.of(first, used), OPTIONS).get();

        assertThat(free.complete()).isTrue();
        assertThat(mixed.unfinished()).containsExactly(used);
    }

    private void coded() {
        String code = "A / B & ü %2F";
        Trait plain = client.traits()
                .create(
                        TraitDraft.onboarded("p", declared())
                                .integrationCode("ABC")
                                .build(),
                        OPTIONS)
                .get();
        Trait odd = client.traits()
                .create(
                        TraitDraft.onboarded("o", declared())
                                .integrationCode(code)
                                .build(),
                        OPTIONS)
                .get();

        assertThat(client.traits().coded("ABC", OPTIONS).get().map(Trait::sid)).contains(plain.sid());
        assertThat(client.traits().coded(code, OPTIONS).get().map(Trait::sid)).contains(odd.sid());
        assertThat(client.traits().coded("none", OPTIONS).get().isEmpty()).isTrue();
    }

    private void takenCode() {
        long source = client.dataSources()
                .create(
                        DataSourceDraft.builder()
                                .name("Unique")
                                .idType(DataSourceDraft.CROSS_DEVICE)
                                .uniqueTraitCodes(true)
                                .build(),
                        OPTIONS)
                .get()
                .id();
        TraitDraft draft =
                TraitDraft.onboarded("VIP", source).integrationCode("vip").build();
        Trait there = client.traits().create(draft, OPTIONS).get();

        var refused = client.traits().create(draft, OPTIONS);

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.Conflict.class);
        assertThat(client.traits().ensure(draft, OPTIONS).get().sid()).isEqualTo(there.sid());
    }

    private void severalMappings() {
        long id = client.destinations().create(page(), OPTIONS).get().id();
        List<MappingDraft> drafts =
                List.of("a", "b", "c").map(name -> MappingDraft.of(segment(name).sid()));
        var mappings = client.destinations().mappings(id);
        mappings.create(drafts.get(1), OPTIONS).get();

        var report = mappings.createAll(drafts, OPTIONS).get();
        var again = mappings.createAll(drafts, OPTIONS).get();

        assertThat(report.complete()).isTrue();
        assertThat(again.items().map(item -> item.outcome().get().id()))
                .isEqualTo(report.items().map(item -> item.outcome().get().id()));
        assertThat(mappings.list(SearchQuery.all(), OPTIONS).all().get()).hasSize(3);
    }

    private void mergeRules() {
        Segment gold = segment("gold");
        long last = bench.sandbox.audienceManagerData().mergeRuleDataSourceId();
        long device = bench.sandbox.audienceManagerData().deviceMergeRuleDataSourceId();

        var report = client.segments().replaceMergeRule(device, last, OPTIONS).get();
        var nothing = client.segments().replaceMergeRule(device, last, OPTIONS).get();

        assertThat(report.items().map(BulkItem::id)).containsExactly(gold.sid());
        assertThat(report.items().head().outcome().get().mergeRuleDataSourceId())
                .hasValue(last);
        assertThat(nothing.items()).isEmpty();
    }

    private void folders() {
        var folders = client.segmentFolders();
        long top = folders.ensure(new FolderDraft(0, "Top"), OPTIONS).get().id();
        long sub = folders.ensure(new FolderDraft(top, "Sub"), OPTIONS).get().id();

        var again = folders.ensure(new FolderDraft(top, "Sub"), OPTIONS).get();
        var moved = folders.edit(sub, new FolderDraft(0, "Moved"), OPTIONS).get();

        assertThat(again.id()).isEqualTo(sub);
        assertThat(moved.path()).isEqualTo("/Moved");
        assertThat(folders.tree(OPTIONS).get().subFolders()).hasSize(2);
        assertThat(folders.delete(sub, OPTIONS).get()).isTrue();
        assertThat(folders.find(sub, OPTIONS).get().isEmpty()).isTrue();
    }

    private void histories() {
        var prepared = bench.prepare("Gold", bench.declared());
        bench.sandbox.clock().advance(Duration.ofHours(4));
        bench.add(prepared.audience(), bench.declared(), java.util.List.of("p1", "p2"));
        bench.sandbox.clock().advance(Duration.ofDays(2));
        Period days = Period.endingAt(bench.sandbox.clock().instant(), Duration.ofDays(4));

        var inbound =
                client.dataSources().inboundHistory(declared(), days, OPTIONS).get();
        long destination = bench.sandbox.audienceManagerData().declaredDestinationId();
        var outbound = client.destinations()
                .outboundHistory(destination, days, OPTIONS)
                .get();

        assertThat(inbound).singleElement().satisfies(status -> {
            assertThat(status.fileName()).startsWith("ftp_dpm_");
            assertThat(status.received()).hasValue(2);
            assertThat(status.stored()).hasValue(2);
        });
        assertThat(outbound).isNotEmpty().allSatisfy(status -> {
            assertThat(status.destinationId()).hasValue(destination);
            assertThat(status.delivered()).contains(true);
        });
    }

    private void limits() {
        assertThat(client.traits().limits(OPTIONS).get().most()).hasValue(100_000);
        assertThat(client.segments().limits(OPTIONS).get().used()).hasValue(0);
        assertThat(client.traits().validate("ic == \"1\"", OPTIONS).get().valid())
                .isTrue();
        assertThat(client.segments().validate("((", OPTIONS).get().valid()).isFalse();
        assertThat(client.dataSources().idTypes(OPTIONS).get()).contains(DataSourceDraft.CROSS_DEVICE);
    }

    private long declared() {
        return bench.sandbox.audienceManagerData().declaredDataSourceId();
    }

    private Trait create(String name, long folder) {
        return client.traits()
                .create(TraitDraft.onboarded(name, declared()).folderId(folder).build(), OPTIONS)
                .get();
    }

    private long trait(String name) {
        return create(name, 0).sid();
    }

    private Segment segment(String name) {
        return client.segments()
                .ensure(
                        SegmentDraft.builder()
                                .name(name)
                                .rule(trait(name) + "T")
                                .dataSourceId(declared())
                                .integrationCode(Optional.of("code-" + name))
                                .build(),
                        OPTIONS)
                .get();
    }

    private static DestinationDraft page() {
        return DestinationDraft.builder()
                .name("Page")
                .type(DestinationDraft.URL)
                .build();
    }

    private static Arguments golden(String name, Consumer<GoldenRestCasesTest> golden) {
        return Arguments.of(name, golden);
    }
}
