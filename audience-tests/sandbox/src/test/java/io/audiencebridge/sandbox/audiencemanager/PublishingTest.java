// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.s3.StoredObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private static final String ANNA = "10000000000000000000000000000000000001";
    private static final String BORIS = "10000000000000000000000000000000000002";
    private static final Duration LIVE = Duration.ofHours(4);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final Buckets buckets = new Buckets(sandbox);
    private Rest rest;

    @BeforeEach
    void signIn() throws IOException {
        rest = new Rest(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void two_days_after_the_upload_the_visitor_destination_has_a_full_file() throws IOException {
        long trait = rest.trait(13701, "");
        long segment = rest.segment(13701, trait + "T", "");
        rest.mapping(20101, segment, "");
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13701_1769817600.sync.gz", ANNA + "\td_sid=" + trait + "\n");

        sandbox.clock().advance(TWO_DAYS);

        assertThat(buckets.newest(20101)).containsExactly(ANNA + " " + segment);
        assertThat(sandbox.objects().list(sandbox.outboundBucket()))
                .extracting(StoredObject::key)
                .allMatch(key -> key.matches("20101/S3_20101_13701_full_\\d{13}\\.sync\\.gz"))
                .hasSize(2);
        rest.signIn();
        assertThat(rest.read("/v1/destinations/20101/history/outbound")).hasSize(2);
    }

    @Test
    void a_row_names_aliases_and_what_its_person_left() throws IOException {
        long first = rest.trait(13701, "");
        long second = rest.trait(13701, "");
        rest.mapping(20101, rest.segment(13701, first + "T", ""), ",\"traitAlias\":\"vip\"");
        long plain = rest.segment(13701, second + "T", "");
        rest.mapping(20101, plain, "");
        sandbox.clock().advance(LIVE);
        buckets.put(
                "ftp_dpm_13701_1769817600.sync",
                ANNA + "\td_sid=" + first + ",d_sid=" + second + "\n" + BORIS + "\td_sid=" + first + "\n");
        sandbox.clock().advance(Duration.ofHours(20));
        List<String> before = buckets.newest(20101);

        buckets.put(
                "ftp_dpm_13701_1769904000.sync",
                ANNA + "\td_unsid=" + second + "\n" + BORIS + "\td_unsid=" + first + "\n");
        sandbox.clock().advance(Duration.ofDays(1));

        assertThat(before).containsExactly(ANNA + " vip," + plain, BORIS + " vip");
        assertThat(buckets.newest(20101)).containsExactly(ANNA + " vip " + plain, BORIS + "  vip");
    }

    @Test
    void the_declared_destination_needs_a_last_authenticated_merge_rule() throws IOException {
        long trait = rest.trait(13702, "");
        long trapped = rest.segment(13702, trait + "T", "");
        long good = rest.segment(13702, trait + "T", ",\"mergeRuleDataSourceId\":13703");
        rest.mapping(20102, trapped, "");
        sandbox.clock().advance(LIVE);
        buckets.put("ftp_dpm_13702_1769817600.sync", "CRM-1\td_sid=" + trait + "\n");
        sandbox.clock().advance(TWO_DAYS);
        List<String> zero = buckets.newest(20102);

        rest.signIn();
        rest.mapping(20102, good, "");
        sandbox.clock().advance(Duration.ofDays(1));

        assertThat(zero).isEmpty();
        assertThat(buckets.newest(20102)).containsExactly("CRM-1 " + good);
        assertThat(sandbox.audienceManagerData().members(Long.toString(trapped), 13702))
                .isEmpty();
    }

    @Test
    void nothing_is_published_without_a_mapping_that_is_due() throws IOException {
        long segment = rest.segment(13701, rest.trait(13701, "") + "T", "");
        rest.mapping(20101, segment, ",\"endDate\":\"2020-01-02\"");

        sandbox.clock().advance(TWO_DAYS);

        assertThat(sandbox.audienceManagerData().outboundFiles()).isEmpty();
    }

    @Test
    void outbound_files_go_after_eight_days() throws IOException {
        long segment = rest.segment(13701, rest.trait(13701, "") + "T", "");
        rest.mapping(20101, segment, "");

        sandbox.clock().advance(TWO_DAYS);
        sandbox.clock().advance(Duration.ofDays(30));

        assertThat(sandbox.objects().list(sandbox.outboundBucket()))
                .hasSizeBetween(7, 9)
                .allMatch(object -> stamp(object)
                        > sandbox.clock().instant().minus(Duration.ofDays(9)).toEpochMilli());
    }

    @Test
    void a_million_members_travel_through() throws IOException {
        long trait = rest.trait(13701, "");
        long segment = rest.segment(13701, trait + "T", "");
        rest.mapping(20101, segment, "");
        sandbox.clock().advance(LIVE);
        write("sandbox/date=2026-01-31/ftp_dpm_13701_1769817600.sync.gz", 1_000_000, "\td_sid=" + trait + "\n");

        sandbox.clock().advance(TWO_DAYS);

        List<String> rows = buckets.newest(20101);
        assertThat(rows).hasSize(1_000_000);
        assertThat(rows.get(999_999)).isEqualTo(id(999_999) + " " + segment);
        assertThat(sandbox.audienceManagerData().segments().get(0).size()).isEqualTo(1_000_000);
    }

    private void write(String key, int people, String items) throws IOException {
        OutputStream object = sandbox.objects().write(sandbox.inboundBucket(), key);
        try (Writer out = new java.io.OutputStreamWriter(
                new BufferedOutputStream(new GZIPOutputStream(object, 1 << 16)), StandardCharsets.US_ASCII)) {
            for (int i = 0; i < people; i++) {
                out.write(id(i));
                out.write(items);
            }
        }
    }

    private static String id(int number) {
        String digits = Integer.toString(number);
        return "1" + "0".repeat(37 - digits.length()) + digits;
    }

    private static long stamp(StoredObject object) {
        return Long.parseLong(object.key().replaceAll(".*_full_(\\d{13})\\.sync\\.gz", "$1"));
    }
}
