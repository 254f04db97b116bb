// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.files.MemoryFiles;
import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.ArrivedExports;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which exports of a destination a list may be made of, and what is waited for (SEMANTICS S6, S7, S25 to S28). */
class ReceivingExportsTest {
    private static final Instant FIRST = Instant.parse("2024-05-01T20:00:00Z");
    private static final AudienceRef AUDIENCE = Exported.audience(1);
    private static final String ANN = Exported.content(List.of("ann"), List.of());
    private static final String BOB = Exported.content(List.of("bob"), List.of());
    private static final String NOT_ANN = Exported.content(List.of(), List.of("ann"));

    private final MemoryFiles files = new MemoryFiles();

    @Test
    void changes_that_come_before_their_full_export_are_handed_over_and_the_full_one_is_awaited() {
        put(3, BOB);
        put(6, NOT_ANN);

        ArrivedExports early = arrived(sinceFirst());
        put(0, ANN);
        ArrivedExports late = arrived(sinceFirst());

        assertThat(early.complete().map(EventExport::isFull)).containsExactly(false, false);
        assertThat(because(early))
                .contains("2 exports of changes", "before the full export", "was due at 2024-05-01T20:00:00Z");
        assertThat(late.complete().map(EventExport::isFull)).containsExactly(true, false, false);
        assertThat(late.arriving()).isEmpty();
    }

    @Test
    void changes_that_come_after_the_full_export_was_applied_and_cleared_away_are_taken() {
        put(0, ANN);
        String applied = arrived(sinceFirst()).complete().single().identity();
        files.delete(Exported.name(AUDIENCE, FIRST), Calls.ample());
        put(3, BOB);

        assertThat(arrived(sinceFirst(), applied).complete().map(EventExport::isFull))
                .containsExactly(false);
    }

    @Test
    void the_earliest_export_is_full_once_only() {
        ExportDestination earliest = Exported.destination()
                .schedule(ExportSchedule.builder().earliestIsFull(true).build())
                .build();
        put(0, ANN);
        EventExport first = arrived(earliest).complete().single();
        files.delete(Exported.name(AUDIENCE, FIRST), Calls.ample());
        put(3, BOB);

        EventExport second = arrived(earliest, first.identity()).complete().single();

        assertThat(first.isFull()).isTrue();
        assertThat(second.isFull()).isFalse();
    }

    @Test
    void while_the_earliest_export_is_not_complete_nothing_says_which_is_full() {
        ExportDestination earliest = Exported.destination()
                .schedule(ExportSchedule.builder().earliestIsFull(true).build())
                .build();
        files.put(name(0), bytes(ANN), MemoryFiles.NOW.minusSeconds(20));
        put(3, BOB);

        ArrivedExports early = arrived(earliest);
        put(0, ANN);

        assertThat(early.complete()).isEmpty();
        assertThat(because(early)).contains("not complete");
        assertThat(arrived(earliest).complete().map(EventExport::isFull)).containsExactly(true, false);
    }

    @Test
    void without_a_schedule_nothing_says_which_export_is_full() {
        put(0, ANN);

        BridgeError error =
                exports(Exported.destination().build(), HashSet.empty()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains(AUDIENCE.id(), "firstExport", "DAILY_FULL_EXPORT");
    }

    @Test
    void a_full_export_that_is_not_complete_is_told_of() {
        ExportDestination manifests = Exported.since(FIRST)
                .manifests(true)
                .settledAfter(Duration.ZERO)
                .build();
        put(0, ANN);
        put(3, BOB);
        files.put("manifest-d-r2.json", manifest(FIRST.plusSeconds(10800), name(3), BOB.length()));

        ArrivedExports early = arrived(manifests);
        files.put("manifest-d-r1.json", manifest(FIRST, name(0), ANN.length()));

        assertThat(early.complete().map(EventExport::isFull)).containsExactly(false);
        assertThat(because(early)).contains("not complete", "its manifest has not come");
        assertThat(arrived(manifests).complete()).hasSize(2);
    }

    @Test
    void a_manifest_that_never_completes_is_told_with_what_to_do() {
        ExportDestination destination = sinceFirst();
        files.put(name(0), bytes(ANN), MemoryFiles.NOW.minus(Duration.ofHours(25)))
                .put("manifest-d-r1.json", manifest(FIRST, name(0), ANN.length() + 1));

        ArrivedExports arrived = arrived(destination);

        assertThat(arrived.complete()).isEmpty();
        assertThat(because(arrived))
                .contains("not complete", "bytes that its manifest names", "export the audience again");
        assertThat(until(arrived)).isEqualTo(MemoryFiles.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void a_file_that_has_to_rest_is_looked_at_again_when_it_has() {
        files.put(name(0), bytes(ANN), MemoryFiles.NOW.minusSeconds(20));

        ArrivedExports arrived = arrived(sinceFirst());

        assertThat(until(arrived)).isEqualTo(MemoryFiles.NOW.plusSeconds(40));
    }

    @Test
    void what_never_completed_does_not_matter_once_a_later_full_export_is_there() {
        ExportDestination daily = Exported.destination()
                .schedule(ExportSchedule.builder()
                        .mode(ExportMode.DAILY_FULL_EXPORT)
                        .build())
                .build();
        put(0, ANN);
        files.put("manifest-d-r1.json", manifest(FIRST, name(0), ANN.length() + 1));
        put(3, BOB);

        assertThat(arrived(daily).arriving()).isEmpty();
        assertThat(arrived(daily).complete()).hasSize(1);
    }

    @Test
    void when_nothing_has_come_the_place_and_the_names_are_told() {
        ArrivedExports arrived = arrived(Exported.since(FIRST).folder("out").build());

        assertThat(because(arrived))
                .contains(AUDIENCE.id(), "folder 'out' of file exchange 'platform'", "%DESTINATION_NAME%");
    }

    @Test
    void a_connection_without_destinations_says_so() {
        BridgeError error = exports(HashSet.empty()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("destinations");
    }

    @Test
    void the_destination_that_delivered_is_found_and_two_are_refused_unless_one_names_the_audience() {
        ExportDestination other =
                Exported.since(FIRST).name("Other").folder("other").build();
        put(0, ANN);

        Seq<EventExport> found =
                exports(HashSet.empty(), other, sinceFirst()).get().complete();
        files.put("other/" + name(0).replace("Campaign", "Other"), ANN);
        BridgeError refused = exports(HashSet.empty(), other, sinceFirst()).getLeft();
        ExportDestination naming = ExportDestination.builder()
                .from(other)
                .putAudienceNames(AUDIENCE.id(), "Loyal")
                .build();
        Seq<EventExport> named =
                exports(HashSet.empty(), naming, sinceFirst()).get().complete();

        assertThat(found.single().files()).containsExactly(name(0));
        assertThat(refused.message()).contains("2 destinations", "Other", "Campaign");
        assertThat(named.single().files()).allMatch(file -> file.startsWith("other/"));
    }

    @Test
    void audiences_are_told_apart_by_their_names_where_the_template_says_so() {
        ExportDestination byName = Exported.since(FIRST)
                .fileNames("%SEGMENT_NAME%_%DATETIME(YYYYMMddHHmmss)%")
                .putAudienceNames(AUDIENCE.id(), "Loyal_ones")
                .build();
        files.put("Loyal_ones_20240501200000.csv", ANN).put("Loyal_20240501200000.csv", BOB);

        assertThat(arrived(byName).complete().single().files()).containsExactly("Loyal_ones_20240501200000.csv");
        assertThat(Exported.connector(files, byName)
                        .ability(MembershipEvents.class)
                        .get()
                        .exports(Exported.audience(2), new ReconciliationKey.Visitor(), HashSet.empty(), Calls.ample())
                        .getLeft()
                        .message())
                .contains("audienceNames");
    }

    @Test
    void a_constant_name_gives_the_same_content_once_and_content_that_comes_back_again() {
        ExportDestination constant = Exported.destination()
                .fileNames("%SEGMENT_ID%")
                .schedule(ExportSchedule.builder()
                        .mode(ExportMode.DAILY_FULL_EXPORT)
                        .build())
                .build();
        String one = overwritten(ANN, 30, constant);
        String two = overwritten(BOB, 20, constant, one);
        overwrite(BOB, 15);
        Seq<EventExport> copied = arrived(constant, one, two).complete();

        String three = overwritten(ANN, 10, constant, one, two);

        assertThat(copied).as("copied again, the content is nothing new").isEmpty();
        assertThat(three).isNotEqualTo(one);
        assertThat(arrived(constant, one, two, three).complete()).isEmpty();
    }

    @Test
    void the_same_content_under_another_name_is_nothing_new_unless_something_lay_between() {
        put(0, ANN);
        put(3, BOB);
        String[] applied = identities(arrived(sinceFirst()));
        put(9, BOB);
        ArrivedExports again = arrived(sinceFirst(), applied);

        put(6, NOT_ANN);
        ArrivedExports between = arrived(sinceFirst(), applied);

        assertThat(again.complete()).isEmpty();
        assertThat(between.complete().flatMap(EventExport::files)).containsExactly(name(6), name(9));
    }

    private static String[] identities(ArrivedExports arrived) {
        return arrived.complete().map(EventExport::identity).toJavaArray(String[]::new);
    }

    private String overwritten(String content, int hoursAgo, ExportDestination destination, String... applied) {
        overwrite(content, hoursAgo);
        return arrived(destination, applied).complete().single().identity();
    }

    private void overwrite(String content, int hoursAgo) {
        files.put(AUDIENCE.id() + ".csv", bytes(content), MemoryFiles.NOW.minus(Duration.ofHours(hoursAgo)));
    }

    @Test
    void an_export_whose_manifest_comes_late_is_the_same_export() {
        put(0, ANN);
        String before = arrived(sinceFirst()).complete().single().identity();

        files.put("manifest-d-r1.json", manifest(FIRST.plusSeconds(7), name(0), ANN.length()));

        assertThat(arrived(sinceFirst(), before).complete()).isEmpty();
    }

    @Test
    void what_was_found_in_the_rows_is_among_the_notices_once_they_were_read() {
        put(0, "personalEmail_address\nann\nbob,too,much\nnull\n");
        EventExport export = arrived(sinceFirst()).complete().single();
        assertThat(export.notices()).isEmpty();

        try (var source = export.open().get()) {
            assertThat(source.next().get().get().size()).isEqualTo(3);
            assertThat(source.next().get()).isEmpty();
        }

        assertThat(export.notices()).hasSize(2);
        assertThat(export.notices().get(0)).contains("no column of the membership's status");
        assertThat(export.notices().get(1))
                .isEqualTo("Rows that are no events: 1 too many cells, 1 no key; the first is on line 3 of " + name(0));
    }

    private static ExportDestination sinceFirst() {
        return Exported.since(FIRST).build();
    }

    private void put(int hours, String content) {
        files.put(name(hours), content);
    }

    private static String name(int hours) {
        return Exported.name(AUDIENCE, FIRST.plus(Duration.ofHours(hours)));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String manifest(Instant time, String file, int size) {
        return """
            {"flowRunId":"r","scheduledTime":"%s","exportResults":[{"sinkPath":"/out","name":"%s","size":%d}]}\
            """.formatted(time, file, size);
    }

    private static String because(ArrivedExports arrived) {
        return arrived.arriving().map(Waiting::because).orElseThrow();
    }

    private static Instant until(ArrivedExports arrived) {
        return arrived.arriving().map(Waiting::until).orElseThrow();
    }

    private ArrivedExports arrived(ExportDestination destination, String... applied) {
        return exports(destination, HashSet.of(applied)).get();
    }

    private Either<BridgeError, ArrivedExports> exports(ExportDestination destination, HashSet<String> applied) {
        return exports(applied, destination);
    }

    private Either<BridgeError, ArrivedExports> exports(HashSet<String> applied, ExportDestination... destinations) {
        return Exported.connector(files, destinations)
                .ability(MembershipEvents.class)
                .get()
                .exports(AUDIENCE, new ReconciliationKey.Visitor(), applied, Calls.ample());
    }
}
