// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static io.audiencebridge.acceptancetests.PlatformJourney.people;
import static io.audiencebridge.acceptancetests.PlatformJourney.recipients;
import static io.audiencebridge.acceptancetests.PlatformJourney.request;
import static io.audiencebridge.acceptancetests.PlatformJourney.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.OpenPgpKeyPair;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.collection.Vector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every kind from everywhere, as the emulated Platform writes them: plain, compressed, encrypted, split, with manifests, in any format (section 4.4). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReceivingOverTransportsTest {
    private static final OpenPgpKeyPair KEY = OpenPgpKeyPair.made();

    @TempDir
    static Path home;

    private PlatformJourney journey;
    private String vip;
    private int looks;
    private Path place;

    @BeforeAll
    void a_journey_begins() {
        journey = new PlatformJourney(home);
    }

    @AfterAll
    void the_journey_ends() {
        journey.close();
    }

    @BeforeEach
    void a_new_audience(@TempDir Path folder) {
        journey.platform.files().release();
        vip = journey.platform.addAudience("VIP " + ++looks);
        place = folder;
    }

    static Stream<Arguments> everywhere_and_of_every_kind() {
        return Stream.of(Transport.values())
                .flatMap(transport -> Stream.of(false, true)
                        .flatMap(zipped ->
                                Stream.of(false, true).map(encrypted -> Arguments.of(transport, zipped, encrypted))));
    }

    @ParameterizedTest
    @MethodSource("everywhere_and_of_every_kind")
    void split_files_with_manifests_arrive_backwards(Transport transport, boolean zipped, boolean encrypted) {
        Destination.Builder written = PlatformJourney.destination()
                .to(transport.target(place))
                .rowsPerFile(2)
                .manifest(true);
        if (zipped) {
            written.csv("compression", "GZIP");
        }
        if (encrypted) {
            written.publicKey(KEY.publicKey());
        }
        List<String> files = twoExportsHeld(written);
        ExportDestination.Builder reading = reading().manifests(true).schedule(sinceTheFirstExport());
        if (encrypted) {
            reading.cipher("platform");
        }
        try (AudienceBridge bridge = bridge(transport, reading.build())) {
            Receipt receipt = bridge.receive(into("Backwards " + vip));
            for (String file : Vector.ofAll(files).reverse()) {
                assertThat(receipt.state()).as("before %s", file).isEqualTo(RunState.AWAITING_FILE);
                journey.platform.files().deliver(file);
                receipt = bridge.resume(receipt.run());
            }

            assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
            assertThat(told(receipt)).isEqualTo("exports 2 read 8 realized 6 exited 2 stale 0 conflicting 0 invalid 0");
            assertThat(journey.membersOf("Backwards " + vip)).isEqualTo(recipients(journey.platform.members(vip)));
        }
    }

    /** The files of a full export in three parts and of changes in two, in the order in which they were written. */
    private List<String> twoExportsHeld(Destination.Builder written) {
        String destination = exported(written);
        journey.platform.qualify(vip, people(1, 2, 3, 4, 13));
        journey.platform.files().hold();
        journey.platform.export(destination, vip);
        oneSecondPasses();
        journey.platform.exit(vip, people(1, 2));
        journey.platform.qualify(vip, people(5));
        oneSecondPasses();
        journey.platform.export(destination, vip);
        List<String> files = journey.platform.files().onTheWay();
        assertThat(files).hasSize(7);
        return files;
    }

    private ExportSchedule sinceTheFirstExport() {
        Instant first = journey.platform.runs().stream()
                .filter(run -> run.audience().equals(vip))
                .map(Run::startedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        return ExportSchedule.builder()
                .firstExport(first.truncatedTo(ChronoUnit.SECONDS))
                .every(Duration.ofSeconds(1))
                .activated(Instant.EPOCH)
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segmentMembership_status",
                "segmentMembership.status",
                "segmentMembershipStatus",
                "SEGMENTMEMBERSHIP_STATUS",
                "segmentMembership.ups.%s.status",
                "segmentMembership_seg_namespace_seg_id_status"
            })
    void the_status_is_found_under_every_spelling(String header) {
        Destination.Builder written = Destination.named(PlatformJourney.DESTINATION)
                .to(Transport.S3.target(place))
                .column("personalEmail.address", "personalEmail.address")
                .column("segmentMembership.status", header.formatted(vip));

        assertComingsAndGoings(written, reading());
    }

    @ParameterizedTest
    @ValueSource(strings = {"realized", "existing", "interface"})
    void the_words_of_the_status_may_be_old_or_of_the_user_interface(String words) {
        journey.platform.files().set("statusWords", words);

        assertComingsAndGoings(usual(), reading());

        journey.platform.files().set("statusWords", "realized");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "delimiter \\t",
                "delimiter |",
                "delimiter ;",
                "delimiter :",
                "escape '",
                "lineSeparator CRLF",
                "encoding UTF-16LE",
                "encoding UTF-16",
                "encoding ISO-8859-1",
                "nullValue \"\""
            })
    void every_format_is_read(String option, String value) {
        String given = value.equals("CRLF") ? "\r\n" : value;
        CsvOptions.Builder csv = CsvOptions.builder();
        if (option.equals("encoding")) {
            csv.charset(Charset.forName(value));
        }
        if (option.equals("escape")) {
            csv.escape(value.charAt(0));
        }

        assertComingsAndGoings(usual().csv(option, given), reading().csv(csv.build()));
    }

    @Test
    void files_without_a_header_are_read_by_the_columns_of_the_destination() {
        CsvOptions headless = CsvOptions.builder()
                .addColumns(
                        "person.name.firstName",
                        "person.name.lastName",
                        "personalEmail.address",
                        "segmentMembership.status")
                .build();

        assertComingsAndGoings(usual().csv("header", "false"), reading().csv(headless));
    }

    @Test
    void the_time_of_the_last_qualification_orders_events_where_it_is_mapped() {
        assertComingsAndGoings(usual().column("segmentMembership.lastQualificationTime"), reading());
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(
                        "crm.id",
                        "crm_id",
                        Declared.builder().field("declaredId").build()),
                Arguments.of("identityMap.ECID", "ECID", new ReconciliationKey.Visitor()),
                Arguments.of(
                        "email.sha256",
                        "email_sha256",
                        Declared.builder()
                                .field("email")
                                .content(KeyContent.EMAIL)
                                .wire(KeyForm.SHA256)
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void people_are_matched_by_any_key(String source, String header, ReconciliationKey key) {
        for (int number = 1; number <= PlatformJourney.PEOPLE; number++) {
            Profile profile = PlatformJourney.profile(number);
            journey.platform.put(profile.with("email.sha256", sha256("person" + number + "@example.com")));
        }
        Destination.Builder written = Destination.named(PlatformJourney.DESTINATION)
                .to(Transport.S3.target(place))
                .column(source, header)
                .column("segmentMembership.status");

        assertComingsAndGoings(
                written,
                reading().keyColumn(header),
                ReceiveRequest.builder().from(into("Any key " + vip)).key(key).build());
    }

    @Test
    void a_constant_name_is_overwritten_by_every_export_and_the_list_follows() {
        Destination.Builder written = PlatformJourney.destination()
                .to(Transport.FOLDER.target(place))
                .audience(journey.daily(vip).template("%SEGMENT_NAME%"));
        ExportDestination reading = reading()
                .fileNames("%SEGMENT_NAME%")
                .putAudienceNames(vip, "VIP " + looks)
                .schedule(daily())
                .build();
        String list = "Constant " + vip;
        try (AudienceBridge bridge = bridge(Transport.FOLDER, reading)) {
            String destination = journey.platform.addDestination(written.build());
            journey.platform.qualify(vip, people(1, 2));
            Receipt one = exportedAndReceived(bridge, destination, list);
            assertThat(journey.membersOf(list)).containsExactly("1", "2");
            Receipt again = exportedAndReceived(bridge, destination, list);
            journey.platform.exit(vip, people(1));
            exportedAndReceived(bridge, destination, list);
            assertThat(journey.membersOf(list)).containsExactly("2");
            journey.platform.qualify(vip, people(1));

            exportedAndReceived(bridge, destination, list);

            assertThat(one.notices()).anyMatch(notice -> notice.contains("overwrites the one before"));
            assertThat(told(again)).startsWith("exports 0");
            assertThat(journey.membersOf(list)).containsExactly("1", "2");
        }
    }

    @Test
    void an_empty_full_export_empties_the_list_only_with_consent() {
        Destination.Builder written =
                PlatformJourney.destination().to(Transport.S3.target(place)).audience(journey.daily(vip));
        ReceiveRequest request = into("Empty " + vip);
        try (AudienceBridge bridge =
                bridge(Transport.S3, reading().schedule(daily()).build())) {
            String destination = journey.platform.addDestination(written.build());
            journey.platform.qualify(vip, people(1, 2));
            exportedAndReceived(bridge, destination, request.list());
            journey.platform.exit(vip, people(1, 2));
            oneSecondPasses();
            journey.platform.export(destination, vip);

            BridgeError refused = bridge.attempts().receive(request).getLeft();
            assertThat(refused).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(journey.membersOf(request.list())).containsExactly("1", "2");
            bridge.receive(
                    ReceiveRequest.builder().from(request).allowEmpty(true).build());

            assertThat(journey.membersOf(request.list())).isEmpty();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Receipt exportedAndReceived(AudienceBridge bridge, String destination, String list) {
        oneSecondPasses();
        journey.platform.export(destination, vip);
        return bridge.receive(into(list));
    }

    private void assertComingsAndGoings(Destination.Builder written, ExportDestination.Builder reading) {
        assertComingsAndGoings(written, reading, into("Comings and goings " + vip));
    }

    private void assertComingsAndGoings(
            Destination.Builder written, ExportDestination.Builder reading, ReceiveRequest request) {
        try (AudienceBridge bridge = bridge(Transport.S3, reading.build())) {
            String destination = exported(written);
            journey.platform.qualify(vip, people(1, 2, 3));
            journey.platform.export(destination, vip);
            oneSecondPasses();
            journey.platform.exit(vip, people(1));
            journey.platform.qualify(vip, people(4));
            oneSecondPasses();
            journey.platform.export(destination, vip);

            Receipt receipt = bridge.receive(request);

            assertThat(told(receipt)).isEqualTo("exports 2 read 5 realized 4 exited 1 stale 0 conflicting 0 invalid 0");
            assertThat(journey.membersOf(request.list())).containsExactly("2", "3", "4");
        }
    }

    /** The bridge's memory is the audience's. */
    private AudienceBridge bridge(Transport transport, ExportDestination reading) {
        return journey.builder(vip, reading)
                .files("platform", transport.exchange(journey.sandbox, place))
                .cipher(
                        "platform",
                        OpenPgpSettings.builder()
                                .privateKey(Secret.of(KEY.secretKey()))
                                .build())
                .build();
    }

    private String exported(Destination.Builder written) {
        return journey.platform.addDestination(
                written.audience(journey.incremental(vip)).build());
    }

    /** Exports of this test are made at once; the earliest is the full one. */
    private static ExportDestination.Builder reading() {
        return ExportDestination.builder()
                .name(PlatformJourney.DESTINATION)
                .keyColumn("personalEmail.address")
                .folder(Transport.HERE)
                .settledAfter(Duration.ZERO)
                .schedule(ExportSchedule.builder()
                        .earliestIsFull(true)
                        .activated(Instant.EPOCH)
                        .build());
    }

    private static ExportSchedule daily() {
        return ExportSchedule.builder()
                .mode(ExportMode.DAILY_FULL_EXPORT)
                .activated(Instant.EPOCH)
                .build();
    }

    private Destination.Builder usual() {
        return PlatformJourney.destination().to(Transport.S3.target(place));
    }

    private ReceiveRequest into(String list) {
        return request(vip).list(list).build();
    }

    private void oneSecondPasses() {
        journey.sandbox.clock().advance(Duration.ofSeconds(1));
    }
}
