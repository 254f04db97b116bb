// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static io.audiencebridge.acceptancetests.PlatformJourney.request;
import static io.audiencebridge.acceptancetests.PlatformJourney.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sdk.AudienceBridge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that no Platform should write: a row that is broken is counted and costs nobody else; a file that is broken changes nothing, and the error says what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReceivingBadFilesTest {
    private static final String HEADER = "person_name_firstName,personalEmail_address,segmentMembership_status\n";
    private static final String ONE = "A,person1@example.com,realized\n";
    private static final String TWO = "B,person2@example.com,realized\n";
    private static final String THREE = "C,person3@example.com,realized\n";

    @TempDir
    static Path home;

    private PlatformJourney journey;
    private AudienceBridge bridge;
    private String audience = "";

    @BeforeAll
    void a_journey_begins() {
        journey = new PlatformJourney(home);
        ExportDestination destination =
                journey.reading().folder("out").settledAfter(Duration.ZERO).build();
        bridge = journey.bridge("memory", destination);
        journey.hoursAfterFirst(10);
    }

    @AfterAll
    void the_journey_ends() {
        bridge.close();
        journey.close();
    }

    @BeforeEach
    void a_new_audience() {
        audience = UUID.randomUUID().toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a quote that is never closed~\"X,person9@example.com,realized",
                "text behind a quote~\"X\"Y,person9@example.com,realized",
                "a column too few~X,person9@example.com",
                "a column too many~X,Y,person9@example.com,realized",
                "no key~X,null,realized",
                "an empty key~X,,realized",
                "no status~X,person9@example.com,",
                "an unknown status~X,person9@example.com,maybe",
                "who left, in a full export~X,person9@example.com,exited",
                "a NUL~X,person9\0@example.com,realized",
                "no address~X,nobody,realized"
            })
    void a_broken_row_is_counted_and_the_others_are_read(String name, String row) {
        put(0, HEADER + ONE + row + "\n" + TWO);

        Receipt receipt = bridge.receive(into());

        assertThat(told(receipt)).isEqualTo("exports 1 read 3 realized 2 exited 0 stale 0 conflicting 0 invalid 1");
        assertThat(journey.membersOf(list())).containsExactly("1", "2");
        assertThat(String.join(" ", receipt.notices())).doesNotContain("person9");
    }

    @Test
    void a_byte_order_mark_mixed_line_ends_and_blank_lines_are_no_matter() {
        put(0, "\ufeff" + HEADER.replace("\n", "\r\n") + ONE.replace("\n", "\r") + "\n\r\n" + TWO + THREE.strip());

        Receipt receipt = bridge.receive(into());

        assertThat(told(receipt)).isEqualTo("exports 1 read 3 realized 3 exited 0 stale 0 conflicting 0 invalid 0");
        assertThat(journey.membersOf(list())).containsExactly("1", "2", "3");
    }

    @Test
    void rows_that_contradict_each_other_are_counted_and_leaving_wins() {
        put(0, HEADER + ONE + TWO);
        put(3, HEADER + THREE + THREE.replace("realized", "exited") + TWO.replace("realized", "exited") + TWO);

        Receipt receipt = bridge.receive(into());

        assertThat(told(receipt)).isEqualTo("exports 2 read 6 realized 2 exited 2 stale 0 conflicting 2 invalid 0");
        assertThat(journey.membersOf(list())).containsExactly("1");
    }

    @Test
    void without_a_status_everybody_in_a_change_enters_and_the_receipt_says_so() {
        put(0, HEADER + ONE);
        put(3, "personalEmail_address\nperson2@example.com\n");

        Receipt receipt = bridge.receive(into());

        assertThat(receipt.notices()).anyMatch(notice -> notice.contains("no column of the membership's status"));
        assertThat(journey.membersOf(list())).containsExactly("1", "2");
    }

    @Test
    void a_file_without_the_keys_column_changes_nothing_and_quotes_nothing() {
        put(0, HEADER + ONE);
        bridge.receive(into());
        put(3, "person_name_firstName,segmentMembership_status\nperson2@example.com,realized\n");

        BridgeError error = bridge.attempts().receive(into()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message())
                .contains("personalEmail.address", "keyColumn")
                .doesNotContain("person2");
        assertThat(journey.membersOf(list())).containsExactly("1");
    }

    @Test
    void a_compressed_file_that_is_cut_short_changes_nothing_until_it_is_whole() {
        put(0, HEADER + ONE);
        bridge.receive(into());
        byte[] whole = zipped(HEADER + TWO + THREE);
        put(3, Arrays.copyOf(whole, whole.length - 9));

        BridgeError error = bridge.attempts().receive(into()).getLeft();
        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(journey.membersOf(list())).containsExactly("1");
        put(3, whole);
        bridge.receive(into());

        assertThat(journey.membersOf(list())).containsExactly("1", "2", "3");
    }

    @Test
    void a_manifest_that_never_completes_is_waited_for() {
        put(0, HEADER + ONE);
        byte[] manifest = """
            {"flowRunId":"r","scheduledTime":"%s","exportResults":[{"sinkPath":"/out","name":"%s","size":9999}]}\
            """.formatted(journey.first, name(0)).getBytes(StandardCharsets.UTF_8);
        write("manifest-d-" + audience + ".json", manifest);

        Receipt receipt = bridge.receive(into());

        assertThat(receipt.state()).isEqualTo(RunState.AWAITING_FILE);
        assertThat(receipt.waiting().orElseThrow().because()).contains("of the 9999 bytes that its manifest names");
        assertThat(journey.membersOf(list())).isEmpty();
    }

    @Test
    void an_encrypted_file_without_a_cipher_says_what_to_set() {
        put(0, new byte[] {(byte) 0x85, 1, 12, 3, 0, 0, 0});

        BridgeError error = bridge.attempts().receive(into()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("ExportDestination.cipher");
    }

    private void put(int hours, String content) {
        put(hours, content.getBytes(StandardCharsets.UTF_8));
    }

    private void put(int hours, byte[] content) {
        write(name(hours), content);
    }

    private String name(int hours) {
        String time = journey.first.plus(Duration.ofHours(hours)).toString().replaceAll("[-:TZ]", "");
        return PlatformJourney.DESTINATION + "_segment" + audience + "_" + time + ".csv";
    }

    private void write(String name, byte[] content) {
        try (OutputStream out = journey.sandbox.objects().write(journey.sandbox.platformBucket(), "out/" + name)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private ReceiveRequest into() {
        return request(audience).list(list()).build();
    }

    private String list() {
        return "Bad files " + audience;
    }
}
