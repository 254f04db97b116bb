// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.MemberSample;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples of deliveries in an exchange. */
class OutboundSampleTest {
    private static final DataSource SOURCE = DataSource.builder()
            .id(13701)
            .key(new ReconciliationKey.Visitor())
            .destinationId(20101)
            .build();
    private static final MappedSegment GOLD = new MappedSegment(24, "gold");
    private static final String NEW = "20101/s3_20101_13701_full_1770127200000";
    private static final int LINES = 60_000;

    private TempExchange exchange;
    private long rows;

    @BeforeEach
    void open(@TempDir Path folder) {
        exchange = new TempExchange(folder);
    }

    @AfterEach
    void everything_opened_was_closed() {
        assertThat(exchange.open).hasValue(0);
    }

    @Test
    void a_small_delivery_is_read_whole() {
        exchange.put(NEW + ".sync.gz", zip(500, 1));

        SampleFacts facts = read(SampleBudget.usual());

        assertThat(facts.whole()).isTrue();
        assertThat(rows).isEqualTo(500);
    }

    @Test
    void of_a_large_one_a_beginning_is_read_and_the_whole_is_estimated() {
        exchange.put(NEW + ".sync.gz", zip(LINES, 1));

        SampleFacts facts = read(new SampleBudget(11_000, 0.001, 0.95, 1));

        assertThat(facts.whole()).isFalse();
        assertThat(facts.fair()).isFalse();
        assertThat(rows).isBetween(10_000L, 14_000L);
        assertThat((double) facts.total().orElseThrow())
                .isBetween(LINES * (1 - facts.totalError()), LINES * (1 + facts.totalError()));
        assertThat(facts.totalError()).isLessThan(0.35);
        assertThat(facts.how()).contains("beginning of 1 of 1 file");
    }

    @Test
    void an_audience_that_few_rows_name_does_not_make_it_read_on() {
        exchange.put(NEW + ".sync.gz", zip(LINES, 100));

        SampleFacts facts = read(new SampleBudget(11_000, 0.001, 0.95, 1));

        assertThat(facts.whole()).isFalse();
        assertThat(rows).isBetween(50L, 200L);
        assertThat((double) facts.total().orElseThrow()).isBetween(300.0, 1_000.0);
    }

    @Test
    void what_has_not_arrived_cannot_be_sampled() {
        var nothing = files().sample(SOURCE, GOLD, SampleBudget.usual(), call()).get();

        assertThat(nothing).isInstanceOf(MemberSample.NotYet.class);
    }

    private SampleFacts read(SampleBudget budget) {
        var ready = (MemberSample.Ready)
                files().sample(SOURCE, GOLD, budget, call()).get();
        try (SampledKeys sample = ready.rows()) {
            for (Option<TextKeys> batch = sample.next().get();
                    batch.isDefined();
                    batch = sample.next().get()) {
                rows += batch.get().size();
            }
            return sample.facts();
        }
    }

    private OutboundFiles files() {
        return new OutboundFiles(
                exchange,
                new GzipCodecFactory().open(Runnable::run),
                () -> Instant.parse("2026-02-03T14:05:00Z"),
                OutboundSettings.standard());
    }

    private static Call call() {
        return Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
    }

    /** Every {@code nth} line names the audience. */
    private static byte[] zip(int lines, int nth) {
        SplittableRandom random = new SplittableRandom(1);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            for (int line = 0; line < lines; line++) {
                String id = String.format(Locale.ROOT, "%019d%019d", random.nextLong() >>> 1, random.nextLong() >>> 1);
                out.write((id + (line % nth == 0 ? " 24\n" : " 7\n")).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return zipped.toByteArray();
    }
}
