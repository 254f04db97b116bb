// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.FolderDraft;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudienceQuery;
import io.audiencebridge.adapter.audiencemanager.client.SharedAudiences;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudienceOrigin;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.sandbox.SeedRecipient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which audiences the solutions share, and where they were made, through the public face. */
final class BrowsingTheLibraryTest {
    private static final CallOptions OPTIONS = CallOptions.standard();

    @TempDir
    private Path home;

    @Test
    void every_audience_tells_where_it_was_made_and_how_large_it_is() {
        List<SeedRecipient> people = People.withoutSharedKeys(60);
        Oracle oracle = new Oracle(people, KeyKind.VISITOR);
        try (Journey journey = new Journey(people, home)) {
            DataSource visitors = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), "From Campaign", visitors);
            fromElsewhere(journey);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);

            Map<String, AudienceOrigin> origins = new TreeMap<>();
            browse(journey, AudienceQuery.builder())
                    .forEach(found -> origins.put(found.title(), found.origin().orElseThrow()));
            List<AudienceDetails> shared =
                    browse(journey, AudienceQuery.builder().origin(AudienceOrigin.CAMPAIGN));
            List<AudienceDetails> library = journey.bridge
                    .client(SharedAudiences.class)
                    .browse(
                            SharedAudienceQuery.builder()
                                    .origin(AudienceOrigin.LIBRARY)
                                    .build(),
                            OPTIONS)
                    .all()
                    .get()
                    .asJava();

            assertThat(origins)
                    .isEqualTo(Map.of(
                            "From Campaign", AudienceOrigin.CAMPAIGN,
                            "From the library", AudienceOrigin.LIBRARY,
                            "From Analytics", AudienceOrigin.ANALYTICS));
            assertThat(shared).singleElement().satisfies(found -> {
                assertThat(found.size()).hasValue(oracle.travelling().size());
                assertThat(found.sizeIsEstimate()).isFalse();
            });
            assertThat(library).extracting(AudienceDetails::title).containsExactly("From the library");
        }
    }

    private static List<AudienceDetails> browse(Journey journey, AudienceQuery.Builder query) {
        return journey.bridge
                .browse(query.connection(Journey.AUDIENCE_MANAGER).build())
                .audiences()
                .map(Audience::details)
                .asJava();
    }

    private static void fromElsewhere(Journey journey) {
        AudienceManagerClient api = journey.bridge.client(AudienceManagerClient.class);
        long suite = api.dataSources()
                .create(
                        DataSourceDraft.builder()
                                .name("Web shop")
                                .description("Report suite")
                                .type("REPORT_SUITE")
                                .idType(DataSourceDraft.COOKIE)
                                .build(),
                        OPTIONS)
                .get()
                .id();
        long trait = api.traits()
                .create(TraitDraft.onboarded("Buyers", suite).build(), OPTIONS)
                .get()
                .sid();
        long folder = api.segmentFolders()
                .ensure(new FolderDraft(0, "Experience Cloud Audiences"), OPTIONS)
                .get()
                .id();
        SegmentDraft.Builder draft = SegmentDraft.builder().rule(trait + "T").dataSourceId(suite);
        api.segments().create(draft.name("From Analytics").build(), OPTIONS).get();
        api.segments()
                .create(draft.name("From the library").folderId(folder).build(), OPTIONS)
                .get();
    }
}
