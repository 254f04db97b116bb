// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.SeedRecipient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingPeopleTest {
    private static final String HEADER = "recipientId,email,declaredId,visitorIds\n";

    @TempDir
    Path folder;

    @Test
    void every_column_and_every_visitor_id_is_read() throws IOException {
        PeopleFile file = file(HEADER + "7,ann@example.com,CRM-7,v1|v2\r\n\n\"8\",\"b,ob@example.com\",,\n"
                + "0B5F0000-1111-2222-3333-444455556666,,\"say \"\"hi\"\"\",|v3|");

        assertThat(people(file))
                .containsExactly(
                        new SeedRecipient("7", "ann@example.com", "CRM-7", List.of("v1", "v2"), false),
                        new SeedRecipient("8", "b,ob@example.com", "", List.of(), false),
                        new SeedRecipient(
                                "0b5f0000-1111-2222-3333-444455556666", "", "say \"hi\"", List.of("v3"), false));
        assertThat(file.read()).isEqualTo(3);
        assertThat(file.rejects().count()).isZero();
        assertThat(file.rejects().file()).doesNotExist();
    }

    @Test
    void what_cannot_be_read_is_rejected_with_its_line_and_the_reason() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8(HEADER + "1,a@example.com,A\n2,b@example.com,B,,\n,c@example.com,C,\n"));
        bytes.writeBytes(new byte[] {'5', ',', (byte) 0xe9, ',', ',', '\n'});
        bytes.writeBytes(utf8("6,\"open,F,\n7,g@example.com,G,\n007,again@example.com,G,\n"));
        bytes.writeBytes(utf8("eight,h@example.com,H,\n9223372036854775808,i@example.com,I,\n"));
        bytes.writeBytes(utf8("10,\"j\"j,J,\n11," + "k".repeat(1 << 20) + ",K,\n12,é@example.com,Ł,\n"));
        PeopleFile file = new PeopleFile(Files.write(folder.resolve("people.csv"), bytes.toByteArray()));

        assertThat(people(file))
                .containsExactly(
                        new SeedRecipient("7", "g@example.com", "G", List.of(), false),
                        new SeedRecipient("12", "é@example.com", "Ł", List.of(), false));

        assertThat(file.rejects().count()).isEqualTo(10);
        assertThat(file.rejects().file()).hasFileName("people.rejected.csv").hasContent("""
                line,reason
                2,has 3 columns instead of 4
                3,has 5 columns instead of 4
                4,has no recipientId
                5,is not UTF-8
                6,"has a quotation mark that is not closed, or text behind a closing one"
                8,has a recipientId that was seen before
                9,has a recipientId that is neither a 64-bit number nor a UUID
                10,has a recipientId that is neither a 64-bit number nor a UUID
                11,"has a quotation mark that is not closed, or text behind a closing one"
                12,is longer than 1048576 bytes
                """);
    }

    @Test
    void what_campaign_cannot_hold_is_rejected() throws IOException {
        PeopleFile file = file(HEADER + "1,a\u0001b@example.com,A,\n2,tab\t@example.com,B,\n");

        assertThat(people(file)).extracting(SeedRecipient::id).containsExactly("2");
        assertThat(file.rejects().file())
                .hasContent("line,reason\n2,\"has a control character, which Campaign cannot hold\"\n");
    }

    @Test
    void a_malformed_key_is_no_reason_to_reject_a_person() throws IOException {
        PeopleFile file = file(HEADER + "1,not an address,with space,not-a-visitor-id\n");

        assertThat(people(file))
                .containsExactly(
                        new SeedRecipient("1", "not an address", "with space", List.of("not-a-visitor-id"), false));
    }

    @Test
    void a_second_reading_starts_anew() throws IOException {
        PeopleFile file = file("\ufeff" + HEADER + "1,,,\n1,,,\n");

        List<SeedRecipient> once = people(file);
        List<SeedRecipient> twice = people(file);

        assertThat(twice).isEqualTo(once).hasSize(1);
        assertThat(file.rejects().count()).isEqualTo(1);
        assertThat(file.rejects().file()).hasContent("line,reason\n3,has a recipientId that was seen before\n");
    }

    @Test
    void the_reject_file_of_an_earlier_run_does_not_stay() throws IOException {
        Path stale = Files.writeString(folder.resolve("people.rejected.csv"), "line,reason\n2,old\n");

        people(file(HEADER + "1,,,\n"));

        assertThat(stale).doesNotExist();
    }

    private PeopleFile file(String content) throws IOException {
        return new PeopleFile(Files.write(folder.resolve("people.csv"), utf8(content)));
    }

    private static List<SeedRecipient> people(PeopleFile file) {
        List<SeedRecipient> people = new ArrayList<>();
        file.forEach(people::add);
        return people;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
