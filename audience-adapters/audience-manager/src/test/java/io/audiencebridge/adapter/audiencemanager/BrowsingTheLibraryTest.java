// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.AudienceOriginSettings;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.FolderDraft;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.Pages;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudienceQuery;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudiences;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudienceOrigin;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the sandbox's segments were made, told by names. */
final class BrowsingTheLibraryTest {
    private static final CallOptions OPTIONS = CallOptions.standard();
    private static final String PLATFORM_ID = "12341e18-abcd-49c2-836d-123c88e76c39";

    private final SandboxBench bench = new SandboxBench();
    private final AudienceManagerClient api =
            bench.connector.ability(AudienceManagerClient.class).get();
    private final SharedAudiences library =
            bench.connector.ability(SharedAudiences.class).get();
    private final long company = dataSource("Web shop", "GENERAL");

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "LIBRARY, Web shop, GENERAL, Experience Cloud Audiences",
        "LIBRARY, Web shop, GENERAL, experience cloud audiences",
        "ANALYTICS, Report suite of the shop, REPORT_SUITE, ''",
        "ANALYTICS, Web shop, GENERAL, Analytics",
        "PLATFORM, Experience Platform Segments, GENERAL, ''",
        "PLATFORM, Adobe Experience Platform Audience Sharing, GENERAL, ''",
        "PLATFORM, Web shop, GENERAL, Experience Platform Segments",
        "AUDIENCE_MANAGER, Web shop, GENERAL, ''",
        "AUDIENCE_MANAGER, Web shop, GENERAL, Spring"
    })
    void names_of_folders_and_data_sources_tell_the_origin(
            AudienceOrigin origin, String dataSource, String type, String folder) {
        long owner = dataSource.equals("Web shop") ? company : dataSource(dataSource, type);
        long segment = segment("Buyers", owner, folder(folder), Optional.empty());

        AudienceDetails found = library.find(segment, OPTIONS).get().get();

        assertThat(found.origin()).contains(origin);
        assertThat(found.source()).isEqualTo(dataSource);
    }

    @Test
    void a_folder_counts_with_the_folders_in_it() {
        long library = folder("Experience Cloud Audiences");
        long below = api.segmentFolders()
                .create(new FolderDraft(library, "2026"), OPTIONS)
                .get()
                .id();

        assertThat(origin(segment("Buyers", company, below, Optional.empty()))).contains(AudienceOrigin.LIBRARY);
    }

    @Test
    void what_this_bridge_shared_is_campaigns() {
        var shared = bench.prepare("Gold", bench.visitor()).audience();

        assertThat(origin(Long.parseLong(shared.id()))).contains(AudienceOrigin.CAMPAIGN);
    }

    @Test
    void an_onboarded_trait_of_campaigns_data_source_is_campaigns_and_a_rule_of_several_is_not() {
        long campaign = bench.sandbox.audienceManagerData().declaredDataSourceId();
        long onboarded = trait(TraitDraft.onboarded("From Campaign", campaign));
        long ruled = trait(TraitDraft.builder()
                .name("Seen")
                .type("RULE_BASED_TRAIT")
                .rule("c_a == \"1\"")
                .dataSourceId(campaign));

        assertThat(origin(ruled("A", campaign, onboarded + "T", Optional.empty())))
                .contains(AudienceOrigin.CAMPAIGN);
        assertThat(origin(ruled("B", campaign, onboarded + "T AND " + ruled + "T", Optional.empty())))
                .contains(AudienceOrigin.AUDIENCE_MANAGER);
        assertThat(origin(ruled("C", campaign, ruled + "T", Optional.empty())))
                .contains(AudienceOrigin.AUDIENCE_MANAGER);
    }

    @Test
    void a_trait_of_a_platform_audience_tells_where_its_data_source_was_renamed() {
        long platform = trait(TraitDraft.onboarded("Men & Women", company).rule("segID == \"" + PLATFORM_ID + "\""));
        long other = trait(TraitDraft.onboarded("Other", company));

        assertThat(origin(ruled("A", company, platform + "T", Optional.of(PLATFORM_ID))))
                .contains(AudienceOrigin.PLATFORM);
        assertThat(origin(ruled("B", company, other + "T", Optional.of(PLATFORM_ID.replace('1', '2')))))
                .contains(AudienceOrigin.AUDIENCE_MANAGER);
    }

    @Test
    void names_are_settings() {
        Connector renamed = bench.connect(AudienceManagerSettings.builder()
                .origins(AudienceOriginSettings.builder()
                        .addAnalyticsDataSources("web SHOP")
                        .build()));
        long segment = segment("Buyers", company, 0, Optional.empty());

        var found = renamed.ability(SharedAudiences.class).get().find(segment, OPTIONS);
        renamed.close();

        assertThat(found.get().get().origin()).contains(AudienceOrigin.ANALYTICS);
    }

    @ParameterizedTest
    @EnumSource(AudienceOrigin.class)
    void a_catalog_and_the_library_show_only_the_origin_asked_for(AudienceOrigin origin) {
        oneOfEach();

        List<String> browsed = titles(AudienceQuery.builder()
                .connection(SandboxBench.CONNECTION)
                .origin(origin)
                .pageSize(2));
        List<String> listed =
                titles(SharedAudienceQuery.builder().origin(origin).pageSize(2));

        assertThat(browsed).containsExactly(origin.name());
        assertThat(listed).containsExactly(origin.name());
    }

    @Test
    void without_a_filter_every_segment_is_there_once() {
        oneOfEach();

        assertThat(titles(SharedAudienceQuery.builder().pageSize(2)))
                .containsExactlyInAnyOrder("LIBRARY", "ANALYTICS", "PLATFORM", "CAMPAIGN", "AUDIENCE_MANAGER");
    }

    @Test
    void the_library_is_searched_by_name_source_and_whether_it_is_kept_up_to_date() {
        oneOfEach();
        api.segments()
                .create(
                        draft("Paused buyers", company, 0, Optional.empty())
                                .active(false)
                                .build(),
                        OPTIONS)
                .get();

        assertThat(titles(SharedAudienceQuery.builder().name("BUY"))).containsExactly("Paused buyers");
        assertThat(titles(SharedAudienceQuery.builder().active(false))).containsExactly("Paused buyers");
        assertThat(titles(SharedAudienceQuery.builder().source("report suite OF the shop")))
                .containsExactly("ANALYTICS");
        assertThat(titles(SharedAudienceQuery.builder().source("nobody's"))).isEmpty();
    }

    @Test
    void pages_are_asked_for_when_they_are_wanted() {
        oneOfEach();
        Pages<AudienceDetails> pages =
                library.browse(SharedAudienceQuery.builder().pageSize(2).build(), OPTIONS);

        int first = pages.next().get().size();

        assertThat(first).isEqualTo(2);
        assertThat(pages.total()).hasValue(5);
        assertThat(pages.all().get()).hasSize(3);
        assertThat(pages.next().get()).isEmpty();
    }

    @Test
    void an_audience_is_not_deleted_while_it_is_mapped() {
        var data = bench.sandbox.audienceManagerData();
        long segment = segment("Buyers", company, 0, Optional.empty());
        var mappings = api.destinations().mappings(data.visitorDestinationId());
        long mapping = mappings.create(MappingDraft.of(segment), OPTIONS).get().id();

        BridgeError refused = library.delete(segment, OPTIONS).getLeft();
        mappings.delete(mapping, OPTIONS).get();

        assertThat(refused).isInstanceOf(BridgeError.Conflict.class);
        assertThat(refused.message()).contains("destination " + data.visitorDestinationId());
        assertThat(library.delete(segment, OPTIONS).get()).isTrue();
        assertThat(library.delete(segment, OPTIONS).get()).isFalse();
        assertThat(library.find(segment, OPTIONS).get()).isEmpty();
    }

    @Test
    void a_size_that_was_counted_is_no_estimate() {
        AudienceDetails found = library.find(segment("Buyers", company, 0, Optional.empty()), OPTIONS)
                .get()
                .get();

        assertThat(found.size()).hasValue(0);
        assertThat(found.sizeIsEstimate()).isFalse();
        assertThat(found.counted()).isEmpty();
    }

    private void oneOfEach() {
        bench.prepare("CAMPAIGN", bench.visitor());
        segment("AUDIENCE_MANAGER", company, 0, Optional.empty());
        segment("LIBRARY", company, folder("Experience Cloud Audiences"), Optional.empty());
        segment("ANALYTICS", dataSource("Report suite of the shop", "REPORT_SUITE"), 0, Optional.empty());
        segment("PLATFORM", dataSource("Experience Platform Segments", "GENERAL"), 0, Optional.empty());
    }

    private Optional<AudienceOrigin> origin(long segment) {
        return library.find(segment, OPTIONS).get().get().origin();
    }

    private long dataSource(String name, String type) {
        return api.dataSources()
                .create(
                        DataSourceDraft.builder()
                                .name(name)
                                .description(name)
                                .type(type)
                                .idType(DataSourceDraft.COOKIE)
                                .build(),
                        OPTIONS)
                .get()
                .id();
    }

    private long folder(String name) {
        return name.isEmpty()
                ? 0
                : api.segmentFolders()
                        .ensure(new FolderDraft(0, name), OPTIONS)
                        .get()
                        .id();
    }

    private long trait(TraitDraft.Builder draft) {
        return api.traits().create(draft.build(), OPTIONS).get().sid();
    }

    private long segment(String name, long dataSource, long folder, Optional<String> code) {
        return api.segments()
                .create(draft(name, dataSource, folder, code).build(), OPTIONS)
                .get()
                .sid();
    }

    private long ruled(String name, long dataSource, String rule, Optional<String> code) {
        return api.segments()
                .create(draft(name, dataSource, 0, code).rule(rule).build(), OPTIONS)
                .get()
                .sid();
    }

    private SegmentDraft.Builder draft(String name, long dataSource, long folder, Optional<String> code) {
        long trait = trait(TraitDraft.onboarded("Trait of " + name, company));
        return SegmentDraft.builder()
                .name(name)
                .rule(trait + "T")
                .dataSourceId(dataSource)
                .folderId(folder)
                .integrationCode(code);
    }

    private List<String> titles(SharedAudienceQuery.Builder query) {
        return library.browse(query.build(), OPTIONS)
                .all()
                .get()
                .map(AudienceDetails::title)
                .asJava();
    }

    private List<String> titles(AudienceQuery.Builder query) {
        AudienceCatalog catalog = bench.connector.ability(AudienceCatalog.class).get();
        List<String> titles = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            AudiencePage page =
                    catalog.browse(query.page(next).build(), ScriptedApi.call()).get();
            titles.addAll(page.audiences().map(Audience::title).asJava());
            next = page.next();
        } while (next.isPresent());
        return titles;
    }
}
