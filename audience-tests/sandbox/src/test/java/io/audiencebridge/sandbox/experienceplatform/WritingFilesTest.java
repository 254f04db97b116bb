// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, cells, keys and the writing side of the golden cases of section 7.6. */
class WritingFilesTest {
    private final Exports exports = new Exports();
    private final SandboxExperiencePlatform platform = exports.platform;

    @AfterEach
    void stop() {
        exports.sandbox.close();
    }

    private Destination.Builder names() {
        return Destination.named("Salesforce_Marketing_Cloud")
                .to(Target.bucket("aep/campaign"))
                .column("person.name.firstName")
                .column("person.name.lastName")
                .column("personalEmail.address")
                .column("segmentMembership.status");
    }

    private String text(Destination.Builder destination, Charset charset) throws IOException {
        String id = platform.addDestination(destination
                .audience(Activation.of(exports.audience).template("x"))
                .build());
        return new String(
                exports.bytes(
                        platform.export(id, exports.audience).files().get(0).name()),
                charset);
    }

    @Test
    void f1_and_f2_a_default_name_and_the_parts_behind_its_time() {
        String audience = platform.addAudience("12341e18-abcd-49c2-836d-123c88e76c39", "Segment");
        platform.qualify(audience, "ann", "bob", "cid");
        String id = platform.addDestination(
                names().audience(audience).rowsPerFile(2).build());

        Run run = platform.export(id, audience);

        assertThat(run.files()).extracting(Run.RunFile::name).hasSize(2);
        assertThat(run.files().get(0).name())
                .matches("Salesforce_Marketing_Cloud_segment12341e18-abcd-49c2-836d-123c88e76c39_\\d{14}\\.csv");
        assertThat(run.files().get(1).name())
                .isEqualTo(run.files().get(0).name().replace(".csv", "_2.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "%DESTINATION_NAME%_%SEGMENT_ID%, Salesforce_Marketing_Cloud_[0-9a-f-]{36}",
        "%SEGMENT_NAME%-%DATETIME(MMDDYYYY_HHMMSS)%, VIP-(0[1-9]|1[0-2])([0-2][0-9]|3[01])20\\d{2}_\\d{6}",
        "%SEGMENT_NAME%-%DATETIME(YYYYMMdd_HHmmss)%, VIP-20\\d{6}_\\d{6}",
        "%TIMESTAMP%, \\d{10}",
        "%SANDBOX_NAME%.%UNKNOWN%, prod\\.%UNKNOWN%",
    })
    void names_follow_their_template(String template, String name) {
        String id = platform.addDestination(
                names().audience(Activation.of(exports.audience).template(template))
                        .build());

        assertThat(platform.export(id, exports.audience).files().get(0).name()).matches(name + "\\.csv");
    }

    @Test
    void r1_and_r2_who_comes_is_realized_and_who_leaves_is_exited() throws IOException {
        platform.qualify(exports.audience, "ann");
        String id = platform.addDestination(
                names().audience(Activation.of(exports.audience).template("x").incremental(Frequency.DAILY))
                        .build());

        List<String> first = exports.lines(
                platform.export(id, exports.audience).files().get(0).name());
        platform.exit(exports.audience, "ann");

        assertThat(first)
                .containsExactly(
                        "person_name_firstName,person_name_lastName,personalEmail_address,segmentMembership_status",
                        "Ann,Lee,ann@x.org,realized");
        assertThat(exports.exported(id)).containsExactly("Ann,Lee,ann@x.org,exited");
    }

    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "delimiter; ,; Lee, Ann; \"Lee, Ann\"",
                "delimiter; ,; a \"b\" c; \"a \\\"b\\\" c\"",
                "delimiter; ,; a \\ \"b\"; \"a \\\\ \\\"b\\\"\"",
                "delimiter; ,; a \\ b; a \\ b",
                "escape; '; a \"b\"; \"a '\"b'\"\"",
                "delimiter; |; Lee, Ann; Lee, Ann",
                "delimiter; |; a|b; \"a|b\"",
                "delimiter; \\t; Lee, Ann; Lee, Ann",
                "delimiter; ,; null; \"null\"",
                "nullValue; ``; null; null",
                "emptyValue; \"\"; ``; \"\"",
                "emptyValue; ``; ``; ``",
            })
    void r4_a_cell_is_quoted_and_escaped_as_the_options_say(String option, String set, String value, String cell)
            throws IOException {
        platform.put(Profile.of("odd").with("a", value));
        platform.qualify(exports.audience, "odd");

        String text = text(
                Destination.named("D")
                        .to(Target.bucket("aep/campaign"))
                        .column("a")
                        .csv(option, set),
                StandardCharsets.UTF_8);

        assertThat(text).isEqualTo("a\n" + cell + "\n");
    }

    @Test
    void an_absent_value_is_the_word_for_it() throws IOException {
        platform.put(Profile.of("odd").with("b", "1"));
        platform.qualify(exports.audience, "odd");

        assertThat(text(
                        Destination.named("D")
                                .to(Target.bucket("aep/campaign"))
                                .column("a")
                                .column("b"),
                        StandardCharsets.UTF_8))
                .isEqualTo("a,b\nnull,1\n");
    }

    @Test
    void encoding_end_of_line_and_header_can_be_set() throws IOException {
        platform.put(Profile.of("odd").with("a", "Zoë"));
        platform.qualify(exports.audience, "odd");

        String text = text(
                Destination.named("D")
                        .to(Target.bucket("aep/campaign"))
                        .column("a")
                        .csv("header", "false")
                        .csv("encoding", "UTF-16")
                        .csv("lineSeparator", "\r\n"),
                StandardCharsets.UTF_16);

        assertThat(text).isEqualTo("Zoë\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0, John Doe", "5, John Morris", "-5, John Doe"})
    void r7_and_r8_of_two_rows_with_one_key_the_later_stays_else_the_first_by_its_columns(int later, String stays)
            throws IOException {
        platform.put(
                Profile.of("morris").name("John", "Morris").email("test1@test.com"),
                Profile.of("doe").name("John", "Doe").email("test1@test.com"));
        Instant now = exports.sandbox.clock().instant();
        platform.qualify(exports.audience, now, List.of("doe"));
        platform.qualify(exports.audience, now.plusSeconds(later), List.of("morris"));
        exports.sandbox.clock().advance(Duration.ofMinutes(1));
        String id = platform.addDestination(names().uniqueBy("personalEmail.address")
                .audience(exports.audience)
                .build());

        List<String> rows = exports.exported(id);

        assertThat(rows).containsExactly(stays.replace(' ', ',') + ",test1@test.com,realized");
        assertThat(platform.runs().get(0).duplicates()).isOne();
    }

    @Test
    void a_key_of_identities_gives_a_row_for_each_and_a_namespace_alone_is_the_key() throws IOException {
        platform.put(
                Exports.person("ann", "Ann", "Lee").identity("Email", "ann@y.org"),
                Profile.of("none").name("No", "One"));
        platform.qualify(exports.audience, "ann", "none");
        String id = platform.addDestination(Destination.named("D")
                .to(Target.bucket("aep/campaign"))
                .column("identityMap.Email", "email")
                .column("segmentMembership.status", "segmentMembershipStatus")
                .audience(exports.audience)
                .build());

        assertThat(exports.exported(id)).containsExactly("ann@x.org,realized", "ann@y.org,realized");
        assertThat(platform.runs().get(0).skipped()).isOne();
    }

    @Test
    void who_lacks_a_mandatory_attribute_is_skipped_and_counted() throws IOException {
        platform.put(Profile.of("nameless").email("n@x.org"));
        platform.qualify(exports.audience, "ann", "nameless");
        String id = platform.addDestination(names().mandatory("person.name.firstName")
                .audience(exports.audience)
                .build());

        assertThat(exports.exported(id)).hasSize(1);
        assertThat(platform.runs().get(0).skipped()).isOne();
        assertThat(platform.runs().get(0).members()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void r10_an_export_of_nobody_is_a_header_or_no_file(boolean written) {
        platform.files().set("emptyFiles", written);
        String id = platform.addDestination(names().audience(exports.audience).build());

        Run run = platform.export(id, exports.audience);

        assertThat(run.files()).hasSize(written ? 1 : 0);
        assertThat(run.goesOn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"realized, realized, exited", "existing, existing, exited", "interface, Active, Expired"})
    void the_words_for_a_status_vary(String words, String inside, String outside) throws IOException {
        platform.files().set("statusWords", words);
        platform.qualify(exports.audience, "ann");
        String full = platform.addDestination(
                exports.destination().audience(exports.audience).build());
        String changes = platform.addDestination(exports.destination()
                .audience(Activation.of(exports.audience).template("i").incremental(Frequency.DAILY))
                .build());
        exports.exported(full);
        exports.exported(changes);

        assertThat(exports.exported(full)).containsExactly("Ann,ann@x.org," + inside);
        platform.exit(exports.audience, "ann");
        assertThat(exports.exported(changes)).containsExactly("Ann,ann@x.org," + outside);
    }

    @Test
    void the_time_of_qualification_is_a_column_if_it_is_wanted() throws IOException {
        platform.qualify(exports.audience, Instant.parse("2024-05-01T20:00:00Z"), List.of("ann"));
        String id = platform.addDestination(
                names().column("segmentMembership.seg_namespace.seg_id.lastQualificationTime", "lastQualificationTime")
                        .audience(exports.audience)
                        .build());

        assertThat(exports.exported(id)).containsExactly("Ann,Lee,ann@x.org,realized,2024-05-01T20:00:00Z");
    }

    @Test
    void a_file_is_compressed_and_then_encrypted_to_a_public_key() throws IOException {
        platform.qualify(exports.audience, "ann");
        Destination.Builder zipped = names().csv("compression", "GZIP");
        String plain = platform.addDestination(
                zipped.audience(Activation.of(exports.audience).template("plain"))
                        .build());
        String secret = platform.addDestination(names().csv("compression", "GZIP")
                .publicKey(exports.sandbox.audienceManagerData().files().openPgpPublicKey())
                .audience(Activation.of(exports.audience).template("secret"))
                .build());
        platform.export(plain, exports.audience);
        platform.export(secret, exports.audience);

        byte[] content = exports.bytes("plain.csv.gz");
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes(), StandardCharsets.UTF_8))
                .contains("Ann,Lee");
        assertThat(exports.bytes("secret.csv.gz.gpg")[0] & 0x80).isEqualTo(0x80);
    }

    @Test
    void what_is_encrypted_can_be_read_by_who_has_the_key() throws IOException {
        platform.put(Profile.of("odd")
                .with("id", "10000000000000000000000000000000000001")
                .with("row", "d_sid=101"));
        platform.qualify(exports.audience, "odd");
        String id = platform.addDestination(Destination.named("D")
                .to(Target.bucket(exports.sandbox.inboundBucket(), "sandbox/date=2026-01-31"))
                .column("id")
                .column("row")
                .csv("delimiter", "\t")
                .csv("header", "false")
                .publicKey(exports.sandbox.audienceManagerData().files().openPgpPublicKey())
                .audience(Activation.of(exports.audience).template("ftp_dpm_13701_1769860800.sync"))
                .build());
        platform.files().hold();
        platform.export(id, exports.audience);

        String name = platform.files().onTheWay().get(0);
        platform.files().deliver(name);
        try (InputStream in = exports.sandbox
                        .objects()
                        .read(exports.sandbox.inboundBucket(), "sandbox/date=2026-01-31/" + name);
                OutputStream out = exports.sandbox
                        .objects()
                        .write(
                                exports.sandbox.inboundBucket(),
                                "sandbox/date=2026-01-31/" + name.replace(".csv", ""))) {
            in.transferTo(out);
        }
        exports.sandbox.clock().advance(Duration.ofHours(13));

        assertThat(exports.sandbox.audienceManagerData().inboundFiles())
                .filteredOn(file -> file.key().endsWith(".sync.gpg"))
                .singleElement()
                .satisfies(file ->
                        assertThat(file.toString()).doesNotContain("decrypt").contains("receivedRecords=1"));
    }

    @Test
    void the_control_api_shows_and_sets_what_platform_does() throws IOException {
        platform.qualify(exports.audience, "ann");
        String settings = Http.post(
                        exports.sandbox.control().resolve("/settings"),
                        "application/json",
                        "{\"platform\":{\"exports\":{\"gap\":\"PT1M\"}}}")
                .body();
        String id = platform.addDestination(names().audience(exports.audience).build());
        platform.export(id, exports.audience);

        String state = Http.get(exports.sandbox.control().resolve("/state")).body();

        assertThat(settings).contains("\"gap\":\"PT1M\"");
        assertThat(state).contains("\"platformAudiences\":[{", "\"members\":[\"ann\"]", "\"flowId\":\"" + id + "\"");
    }
}
