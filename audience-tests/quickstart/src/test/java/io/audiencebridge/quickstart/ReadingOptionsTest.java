// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.quickstart.Options.GivenAudience;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingOptionsTest {
    @TempDir
    Path folder;

    @Test
    void without_options_a_hundred_thousand_people_are_matched_by_visitor_id() {
        Options options = right(Map.of());

        assertThat(options.people()).isEqualTo(100_000);
        assertThat(options.key()).isEqualTo(new ReconciliationKey.Visitor());
        assertThat(options.recipients()).isEmpty();
        assertThat(options.audience()).isEmpty();
        assertThat(options.report()).isEmpty();
    }

    @Test
    void a_declared_id_travels_plain_unless_it_is_an_address() {
        assertThat(right(Map.of("keyedBy", "declared")).key())
                .isEqualTo(Declared.builder().field("declaredId").build());
        assertThat(right(Map.of("keyedBy", "declared", "field", "email")).key())
                .isEqualTo(Declared.builder()
                        .field("email")
                        .content(KeyContent.EMAIL)
                        .wire(KeyForm.SHA256)
                        .build());
    }

    @Test
    void all_mistakes_are_told_at_once_with_what_is_allowed() {
        String told = wrong(Map.of(
                "people", "none",
                "keyedBy", "cookie",
                "form", "md5",
                "field", "phone",
                "segment", "7",
                "report", folder.toString()));

        assertThat(told).isEqualTo("""
                6 options are wrong:
                  -Dpeople=none must be a whole number from 1 to 10000000
                  -DkeyedBy=cookie must be one of declared, visitor
                  -Dform=md5 must be one of plain, sha256
                  -Dfield=phone must be one of declaredId, email
                  -Dsegment=7 needs -Daudience=FILE, which it chooses from
                  -Dreport=%s is a folder; name a file

                """.formatted(folder) + Mistake.ALLOWED);
    }

    @Test
    void an_address_is_never_sent_plain() {
        assertThat(wrong(Map.of("keyedBy", "declared", "field", "email", "form", "plain")))
                .contains("-Dform=plain does not go with -Dfield=email");
    }

    @Test
    void options_of_declared_ids_do_not_go_with_visitor_ids() {
        assertThat(wrong(Map.of("form", "sha256", "field", "email")))
                .startsWith("2 options are wrong:")
                .contains("-Dform=sha256 does not go with visitor ids")
                .contains("-Dfield=email does not go with visitor ids");
    }

    @Test
    void people_are_made_up_or_given_but_not_both() throws IOException {
        Path people = write("people.csv", "recipientId,email,declaredId,visitorIds\n");

        assertThat(wrong(Map.of("people", "5", "recipients", people.toString())))
                .contains("-Dpeople=5 cannot be given together with -Drecipients");
    }

    @Test
    void files_must_be_there_and_begin_with_the_header() throws IOException {
        Path headless = write("people.csv", "1,a@example.com,A,\n");

        assertThat(wrong(Map.of("recipients", headless.toString())))
                .contains("must begin with the header recipientId,email,declaredId,visitorIds");
        assertThat(wrong(Map.of("recipients", folder.resolve("gone.csv").toString(), "audience", folder.toString())))
                .startsWith("2 options are wrong:")
                .contains("gone.csv is no file that can be read");
    }

    @Test
    void the_only_segment_of_an_audience_file_need_not_be_named() throws IOException {
        Path plain = write("one.sync", "id1 7 \nid2 7\n\nno-segments\nid3  8\n");

        assertThat(right(Map.of("audience", plain.toString())).audience()).contains(new GivenAudience(plain, "7"));
    }

    @Test
    void one_of_several_segments_must_be_named() throws IOException {
        Path zipped = folder.resolve("two.sync.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write("id1 8,7 \nid2 8 7\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(wrong(Map.of("audience", zipped.toString())))
                .contains("names several segments; add -Dsegment=ID with one of 7, 8");
        assertThat(wrong(Map.of("audience", zipped.toString(), "segment", "9")))
                .contains("-Dsegment=9 is not in the file, which names 7, 8");
        assertThat(right(Map.of("audience", zipped.toString(), "segment", "8")).audience())
                .contains(new GivenAudience(zipped, "8"));
    }

    @Test
    void an_audience_file_that_is_cut_short_is_told() throws IOException {
        Path whole = folder.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write("id1 7 \n".repeat(500).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.gz");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 9));

        assertThat(wrong(Map.of("audience", cut.toString()))).contains("cannot be read to its end");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Options right(Map<String, String> given) {
        return OptionReader.read(given::get).get();
    }

    private static String wrong(Map<String, String> given) {
        return Mistake.explain(OptionReader.read(given::get).getLeft());
    }
}
