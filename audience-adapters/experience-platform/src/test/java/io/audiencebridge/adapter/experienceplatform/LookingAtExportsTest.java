// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.files.MemoryFiles;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.CheckOrder.Side;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the way of receiving an audience, by what its destination delivered. */
final class LookingAtExportsTest {
    private static final Instant FIRST = MemoryFiles.NOW.minusSeconds(7200);
    private static final String PERSON = "ann@x.org";

    private final MemoryFiles files = new MemoryFiles();
    private final AudienceRef audience = Exported.audience(1);

    @Test
    void an_audience_whose_full_export_came_has_nothing_that_blocks_and_nobody_is_named() {
        files.put(Exported.name(audience, FIRST), Exported.content(List.of(PERSON), List.of()));

        Seq<CheckOutcome> outcomes = look(Exported.since(FIRST).build());

        assertThat(blocking(outcomes)).isEmpty();
        assertThat(names(outcomes.filter(CheckOutcome.Met.class::isInstance)))
                .contains("experience-cloud.4.5.full", "experience-cloud.4.10.complete");
        assertThat(outcomes.mkString()).doesNotContain(PERSON);
    }

    @Test
    void an_audience_of_which_nothing_came_is_told_as_that() {
        Seq<CheckOutcome> outcomes = look(Exported.since(FIRST).build());

        assertThat(names(blocking(outcomes))).containsExactly("experience-cloud.4.5.arrived");
    }

    @Test
    void an_export_without_its_manifest_is_told_as_not_complete() {
        files.put(Exported.name(audience, FIRST), Exported.content(List.of(PERSON), List.of()));

        Seq<CheckOutcome> outcomes = look(Exported.since(FIRST).manifests(true).build());

        assertThat(names(blocking(outcomes))).containsExactly("experience-cloud.4.10.complete");
    }

    @Test
    void changes_without_a_full_export_are_told_as_that() {
        files.put(Exported.name(audience, FIRST.plusSeconds(3600)), Exported.content(List.of(PERSON), List.of()));

        Seq<CheckOutcome> outcomes = look(Exported.destination().build());

        assertThat(names(blocking(outcomes))).containsExactly("experience-cloud.4.5.full");
    }

    @Test
    void a_connection_without_destinations_is_told_as_that() {
        Seq<CheckOutcome> outcomes = look();

        assertThat(names(blocking(outcomes))).containsExactly("experience-cloud.4.3.destination");
    }

    private Seq<CheckOutcome> look(ExportDestination... destinations) {
        CheckOrder order = CheckOrder.builder()
                .connection(audience.connection())
                .side(Side.SOURCE)
                .direction(Direction.RECEIVE)
                .origin(audience)
                .into("VIPs")
                .route(Route.BRIDGE)
                .build();
        return Exported.connector(files, destinations)
                .ability(Preconditions.class)
                .get()
                .check(order, ScriptedApi.call())
                .get();
    }

    private static Seq<CheckOutcome> blocking(Seq<CheckOutcome> outcomes) {
        return outcomes.filter(outcome -> outcome instanceof CheckOutcome.Found found && isBlocking(found.finding()));
    }

    private static boolean isBlocking(Finding finding) {
        return finding.severity() == Severity.BLOCKS;
    }

    private static Seq<String> names(Seq<CheckOutcome> outcomes) {
        return outcomes.map(outcome -> outcome.precondition().name());
    }
}
