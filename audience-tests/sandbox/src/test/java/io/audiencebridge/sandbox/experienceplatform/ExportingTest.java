// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sandbox.experienceplatform.exports.Schedule;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Full and incremental exports on the virtual clock: sections 4.3 to 4.6 and X4. */
class ExportingTest {
    private final Exports exports = new Exports();
    private final SandboxExperiencePlatform platform = exports.platform;

    @AfterEach
    void stop() {
        exports.sandbox.close();
    }

    @Test
    void a_full_export_holds_those_who_are_in_the_audience_at_midnight_under_the_default_name() throws IOException {
        platform.qualify(exports.audience, "ann", "bob");
        platform.exit(exports.audience, "bob");
        platform.addDestination(exports.destination().audience(exports.audience).build());

        exports.sandbox.clock().advance(Duration.ofDays(1));

        Run run = platform.runs().get(0);
        assertThat(exports.keys())
                .singleElement()
                .asString()
                .matches("aep/campaign/Campaign_segment" + exports.audience + "_\\d{8}000000\\.csv");
        assertThat(exports.lines(run.files().get(0).name()))
                .containsExactly(
                        "person_name_firstName,personalEmail_address,segmentMembership_status",
                        "Ann,ann@x.org,realized");
    }

    @Test
    void an_increment_holds_only_what_changed_since_the_run_before() throws IOException {
        platform.qualify(exports.audience, "ann", "bob");
        String destination = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).incremental(Frequency.DAILY))
                .build());
        List<String> first = exports.exported(destination);
        platform.exit(exports.audience, "ann");
        platform.qualify(exports.audience, "cid");
        platform.put(Exports.person("bob", "Robert", "Ray"));

        List<String> second = exports.exported(destination);

        assertThat(first).containsExactly("Ann,ann@x.org,realized", "Bob,bob@x.org,realized");
        assertThat(second).containsExactly("Ann,ann@x.org,exited", "Cid,cid@x.org,realized");
        assertThat(exports.exported(destination)).isEmpty();
    }

    @Test
    void without_a_column_for_the_status_nobody_is_seen_to_leave() throws IOException {
        platform.qualify(exports.audience, "ann");
        String destination =
                platform.addDestination(io.audiencebridge.sandbox.experienceplatform.exports.Destination.named("D")
                        .to(Target.bucket("aep/campaign"))
                        .column("personalEmail.address")
                        .audience(Activation.of(exports.audience).incremental(Frequency.DAILY))
                        .build());
        exports.exported(destination);
        platform.exit(exports.audience, "ann");

        assertThat(exports.exported(destination)).isEmpty();
    }

    @Test
    void changes_come_at_their_time_and_an_export_in_between_does_not_know_them() throws IOException {
        LocalDate tomorrow = LocalDate.ofInstant(exports.sandbox.clock().instant(), ZoneOffset.UTC)
                .plusDays(1);
        Instant noon = tomorrow.atTime(12, 0).toInstant(ZoneOffset.UTC);
        platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience)
                        .incremental(Schedule.of(Frequency.EVERY_12_HOURS, tomorrow, LocalTime.of(6, 0))))
                .build());
        platform.qualify(exports.audience, noon.minus(Duration.ofHours(8)), List.of("ann"));
        platform.qualify(exports.audience, noon, List.of("bob"));
        platform.exit(exports.audience, noon.plus(Duration.ofHours(1)), List.of("ann"));

        exports.sandbox
                .clock()
                .advance(Duration.between(exports.sandbox.clock().instant(), noon.plus(Duration.ofDays(1))));

        assertThat(platform.runs()).extracting(Run::rows).containsExactly(1L, 2L, 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "ONCE, 1",
        "DAILY, 4",
        "EVERY_12_HOURS, 8",
        "EVERY_8_HOURS, 12",
        "EVERY_6_HOURS, 16",
        "EVERY_3_HOURS, 32",
        "WEEKLY, 1"
    })
    void a_schedule_runs_from_its_first_day_until_the_day_before_its_last(Frequency frequency, int runs) {
        LocalDate tomorrow = LocalDate.ofInstant(exports.sandbox.clock().instant(), ZoneOffset.UTC)
                .plusDays(1);
        platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience)
                        .incremental(Schedule.of(frequency, tomorrow, LocalTime.MIDNIGHT)
                                .until(tomorrow.plusDays(4))))
                .build());

        exports.sandbox.clock().advance(Duration.ofDays(10));

        assertThat(platform.runs()).hasSize(runs);
    }

    @Test
    void a_long_export_is_split_and_a_manifest_names_its_parts_with_their_sizes() throws IOException {
        platform.qualify(exports.audience, "ann", "bob", "cid");
        String destination = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).template("vip-%TIMESTAMP%"))
                .rowsPerFile(1)
                .manifest(true)
                .build());

        Run run = platform.export(destination, exports.audience);

        String base = "vip-" + run.startedAt().getEpochSecond();
        assertThat(run.files())
                .extracting(Run.RunFile::name)
                .containsExactly(base + ".csv", base + "_2.csv", base + "_3.csv");
        assertThat(exports.lines(base + "_3.csv")).hasSize(2);
        assertThat(new String(
                        exports.bytes("manifest-" + destination + "-" + run.id() + ".json"), StandardCharsets.UTF_8))
                .contains("\"flowRunId\":\"" + run.id() + "\"")
                .contains("\"sinkPath\":\"/aep/campaign\"")
                .contains("\"name\":\"" + base + "_2.csv\",\"size\":" + exports.bytes(base + "_2.csv").length);
    }

    @Test
    void a_name_without_a_time_is_overwritten_by_the_next_export() throws IOException {
        platform.qualify(exports.audience, "ann");
        String destination = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).template("vip"))
                .build());
        platform.export(destination, exports.audience);
        platform.qualify(exports.audience, "bob");

        platform.export(destination, exports.audience);

        assertThat(exports.keys()).containsExactly("aep/campaign/vip.csv");
        assertThat(exports.lines("vip.csv")).hasSize(3);
    }

    @Test
    void held_files_arrive_in_the_order_in_which_they_are_called() throws IOException {
        platform.qualify(exports.audience, "ann", "bob", "cid");
        String destination = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).template("vip"))
                .rowsPerFile(1)
                .manifest(true)
                .build());
        platform.files().hold();
        Run run = platform.export(destination, exports.audience);
        String manifest = "manifest-" + destination + "-" + run.id() + ".json";

        assertThat(exports.keys()).isEmpty();
        assertThat(platform.files().onTheWay()).containsExactly("vip.csv", "vip_2.csv", "vip_3.csv", manifest);
        platform.files().deliver(manifest, "vip_3.csv");
        platform.files().deliverPart("vip.csv", 5);
        assertThat(exports.bytes("vip.csv")).hasSize(5);
        platform.files().lose("vip_2.csv");
        assertThat(platform.runs().get(0).goesOn()).isTrue();
        platform.files().release();

        assertThat(platform.files().arrived()).containsExactly(manifest, "vip_3.csv", "vip.csv");
        assertThat(exports.lines("vip.csv")).hasSize(2);
        assertThat(platform.runs().get(0).goesOn()).isFalse();
    }

    @Test
    void the_same_content_comes_again_under_another_name() throws IOException {
        platform.qualify(exports.audience, "ann");
        String destination = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).template("vip"))
                .build());
        platform.export(destination, exports.audience);

        platform.files().deliverAgain("vip.csv", "vip-again.csv");

        assertThat(exports.bytes("vip-again.csv")).isEqualTo(exports.bytes("vip.csv"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_first_export_may_lack_people_who_come_with_an_increment_or_never(boolean later) throws IOException {
        platform.files().set("firstExportLacks", 1);
        platform.files().set("lackingArrive", later);
        platform.qualify(exports.audience, "ann", "bob");
        String destination = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).incremental(Frequency.WEEKLY))
                .build());

        assertThat(exports.exported(destination)).containsExactly("Ann,ann@x.org,realized");
        exports.sandbox.clock().advance(Duration.ofHours(2));
        assertThat(exports.exported(destination)).isEmpty();
        exports.sandbox.clock().advance(Duration.ofHours(36));
        int rows = platform.runs().stream().mapToInt(run -> (int) run.rows()).sum();
        int more = exports.exported(destination).size();
        assertThat(rows + more).isEqualTo(later ? 2 : 1);
    }

    @Test
    void a_destination_that_goes_in_mid_run_takes_along_what_has_not_arrived() {
        platform.files().set("gap", "PT1M");
        platform.qualify(exports.audience, "ann", "bob", "cid");
        String destination = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).template("vip"))
                .rowsPerFile(1)
                .build());
        platform.export(destination, exports.audience);
        exports.sandbox.clock().advance(Duration.ofSeconds(70));

        platform.removeDestination(destination);
        exports.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(exports.keys()).containsExactly("aep/campaign/vip.csv", "aep/campaign/vip_2.csv");
        assertThat(platform.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.failure()).hasValue("Job aborted."));
    }

    @Test
    void files_go_to_sftp_and_to_a_folder_too(@TempDir Path folder) throws IOException {
        platform.qualify(exports.audience, "ann");
        Activation activation = Activation.of(exports.audience).template("vip");
        String sftp = platform.addDestination(exports.destination()
                .to(Target.sftp("exchange/platform"))
                .audience(activation)
                .build());
        String local = platform.addDestination(exports.destination()
                .to(Target.folder(folder))
                .audience(activation)
                .build());

        platform.export(sftp, exports.audience);
        platform.export(local, exports.audience);

        byte[] there = exports.sandbox.sftpData().read("exchange/platform/vip.csv");
        assertThat(there)
                .isEqualTo(Files.readAllBytes(folder.resolve("vip.csv")))
                .isNotEmpty();
    }

    @Test
    void a_storage_that_cannot_be_reached_fails_the_run() {
        String destination = platform.addDestination(exports.destination()
                .to(Target.bucket("no-such-bucket", ""))
                .audience(exports.audience)
                .build());

        Run run = platform.export(destination, exports.audience);

        assertThat(run.failure()).hasValue("Job aborted.");
    }

    @Test
    void a_reset_leaves_nobody_and_nothing() {
        platform.qualify(exports.audience, "ann");
        platform.addDestination(exports.destination().audience(exports.audience).build());

        exports.sandbox.reset();
        exports.sandbox.clock().advance(Duration.ofDays(3));

        assertThat(platform.audiences()).isEmpty();
        assertThat(platform.runs()).isEmpty();
        assertThat(exports.keys()).isEmpty();
        platform.put(Profile.of("ann"));
    }
}
