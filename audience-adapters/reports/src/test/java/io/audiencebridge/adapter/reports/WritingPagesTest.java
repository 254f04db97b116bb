// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.spi.engine.ReportFactory;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of every kind. They are also written to target/pages, where the browser of the interop tests looks at them. */
class WritingPagesTest {
    private static final Path PAGES = Path.of("target/pages");

    static Stream<String> samples() {
        return Samples.all().keySet().toJavaStream();
    }

    @Test
    void the_factory_is_found_and_writes_every_format() {
        ReportFactory found =
                ServiceLoader.load(ReportFactory.class).findFirst().orElseThrow();

        assertThat(found).isInstanceOf(BundledReportFactory.class);
        assertThat(ReportFormat.values()).allMatch(found::writes);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_page_needs_nothing_but_itself(String sample) throws IOException {
        String page = page(Samples.all().get(sample).get());

        Files.createDirectories(PAGES);
        Files.writeString(PAGES.resolve(sample + ".html"), page);
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\"")
                .endsWith("</html>\n")
                .contains("default-src 'none'".replace("'", "&#39;"))
                .doesNotContain("<script", "http://", "https://", "url(", "@import", " style=")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_element_that_is_opened_is_closed_and_no_id_is_there_twice(String sample) {
        String page = page(Samples.all().get(sample).get());

        assertThat(Wellformed.openAtTheEnd(page)).isEmpty();
        assertThat(ids(page)).doesNotHaveDuplicates();
        assertThat(page.getBytes(StandardCharsets.UTF_8)).doesNotContain((byte) 0);
    }

    @Test
    void hostile_texts_are_shown_and_do_nothing() {
        String page = page(new Report.Diagnosed(Diagnoses.hostile()));

        assertThat(page)
                .contains(
                        "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;&amp;amp;&#39;",
                        "\u05e9\u05dc\u05d5\u05dd \uFFFDgnp")
                .doesNotContain("<script", "alert(\"", "\u202E", "\u0000", "\u001B", "\uD800");
        assertThat(page.substring(page.indexOf("<h3>"))).contains("<bdi>&lt;script&gt;");
    }

    @Test
    void the_balance_is_told_by_headline_drawing_and_table() {
        String page = page(Samples.journey());

        assertThat(page)
                .contains(
                        "<h1><bdi>81,009 of 100,000 people are shared, and 81,100 people are in the list now</bdi></h1>")
                .contains("100,000 read = 81,002 shared + 7 already shared + 18,991 not shared")
                .contains("Not shared</th><td class=\"number\">18,991</td><td class=\"number\">19.0%</td>")
                .contains("Nobody: no declared id.")
                .contains(
                        "95,123 read = 92,000 matched + 1,000 ambiguous + 2,000 unmatched + 20 invalid + 100 duplicate")
                .contains(Samples.FILE + "</bdi></code></th><td class=\"number\">1,234,567</td>")
                .contains("This is the first share of this audience");
    }

    @Test
    void a_finding_shows_what_was_seen_expected_documented_and_to_do() {
        String page = page(new Report.Diagnosed(Diagnoses.broken()));

        assertThat(page)
                .contains("<bdi>2 things block this sharing</bdi></h1>", "The cause</span>", "campaign.P5")
                .contains("SFT-550012", "younger than 2 hours", "start the workflow", "campaign 1.2")
                .contains("6.3%", "6.1% and 6.6%", "about 6,340,000", "+65 points", "lower-case-hex")
                .contains("100,000 of 100,000,000 members’ keys (0.1%)")
                .contains("No API lists merge rules");
        assertThat(page.indexOf("SFT-550012")).isLessThan(page.indexOf("No Cross-Device"));
    }

    @Test
    void late_and_stuck_are_words_and_signs_and_not_colours_alone() {
        String page = page(new Report.Timed(Samples.timeline()));

        assertThat(page)
                .contains("<bdi>It is stuck: Segment population</bdi></h1>")
                .contains("class=\"badge warning\"><svg class=\"sign\"", ">late</span>", ">stuck</span>")
                .contains(">no call shows it</span>", "looked at</text>");
    }

    @Test
    void an_explanation_is_a_chain_of_facts() {
        String page = page(new Report.Explained(Diagnoses.explanation()));

        assertThat(page).contains("<bdi>The person is not in</bdi></h1>", "no share could carry the person");
        assertThat(page.split("<li>", -1)).hasSize(5);
    }

    @Test
    void a_run_that_waits_says_why_and_until_when() {
        assertThat(page(Samples.waits()))
                .contains("Waits for its trait", "Trait 7 is younger than 4 hours", "24 Nov 2026, 16:00", "Late since");
    }

    @Test
    void two_exports_are_no_journey_in_any_format() {
        Report twice = new Report.Journey(Vector.of(Samples.exported(), Samples.exported()));

        assertThat(ReportFormat.values())
                .allSatisfy(format -> assertThat(
                                new BundledReportFactory().write(twice, format).getLeft())
                        .isInstanceOf(BridgeError.InvalidRequest.class));
    }

    private static List<String> ids(String page) {
        return Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String page(Report report) {
        return new BundledReportFactory().write(report, ReportFormat.HTML).get();
    }
}
