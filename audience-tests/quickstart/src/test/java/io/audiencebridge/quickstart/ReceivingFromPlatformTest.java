// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The second part of the program. By hand: the full export has 600 recipients and 40 strangers; then 100 leave and 100 come; then 50 of the first come back, 50 of the second
 * leave and 10 strangers come. That is 950 rows; 600 recipients and 50 strangers stay. In the order that is shown, newest first, 100 rows of the second file are overtaken.
 */
class ReceivingFromPlatformTest {
    private static String told = "";
    private static int code;

    @BeforeAll
    static void the_program_runs() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(out, true, StandardCharsets.UTF_8);
        code = new Quickstart(screen, screen).run(Map.of("people", "20")::get);
        told = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void every_order_leads_to_the_same_list_and_every_row_is_accounted_for() {
        assertThat(code).as(told).isZero();
        assertThat(told)
                .contains("950 rows read = 750 in + 100 left + 100 overtaken + 0 contradicted + 0 invalid")
                .containsPattern(
                        "650 in the audience = 59\\d recipients \\+ 50 unknown to Campaign, kept \\+ \\d+ opted out \\+ 0 invalid or twice")
                .containsPattern(
                        "Campaign shows 59\\d people in list 'From Real-Time CDP', the same for all 6 orders of the files\n$");
    }

    @Test
    void it_comes_after_the_main_jobs_balance_and_is_about_a_dozen_lines() {
        List<String> second = told.substring(told.indexOf("LIST NOW")).lines().toList();

        assertThat(told.indexOf("THE BALANCE")).isLessThan(told.indexOf("Real-Time CDP exports"));
        assertThat(second).hasSizeBetween(10, 16);
        assertThat(told).containsPattern("Campaign_segment[0-9a-f-]{36}_\\d{14}\\.csv, 640 rows");
    }
}
