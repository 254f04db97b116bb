// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** A hundred thousand recipients, read with their keys and written into a new list. */
class TravellingThereAndBackTest {
    private static final int PEOPLE = 100_000;

    @Test
    void a_hundred_thousand_recipients_travel_into_a_new_list_and_a_tenth_of_them_out_again() {
        try (var bench = Bench.ofMany(PEOPLE, settings -> settings.writeBatchSize(500))) {
            var all = Bench.list(bench.sandbox.campaignData().allRecipientsList());
            var tally = new Tally();

            var everybody = tally.read(bench.ability(KeyReader.class)
                    .keysOf(all, Bench.VISITOR, Bench.call())
                    .get());
            var list = bench.ability(MemberWriter.class)
                    .prepare(new AudienceOrder(Bench.CAMPAIGN, "Copy", Bench.VISITOR), Bench.call())
                    .get()
                    .audience();
            write(bench, list, Change.ADD, everybody, 1);
            var copied = members(bench, list);
            write(bench, list, Change.REMOVE, everybody, 10);
            var left = members(bench, list);

            assertThat(everybody.size()).isEqualTo(PEOPLE);
            tally.agreesWith(bench.sandbox.campaignData().recipients());
            assertThat(copied.minus(everybody).size()).isZero();
            assertThat(everybody.minus(copied).size()).isZero();
            assertThat(left.size()).isEqualTo(PEOPLE - PEOPLE / 10);
            assertThat(left.minus(everybody).size()).isZero();
        }
    }

    @Test
    void two_visitor_ids_of_a_recipient_make_the_same_rows_with_small_pages() {
        try (var bench = Bench.ofMany(2_000)) {
            var small = Bench.settings(bench.sandbox).pageSize(37).build();
            try (var connector = new CampaignConnectorFactory()
                    .connect(small, new Bench.NoTokens())
                    .get()) {
                var byMany = Bench.rows(connector.ability(KeyReader.class).get().allKeys(Bench.VISITOR, Bench.call()));

                assertThat(byMany)
                        .isEqualTo(Bench.rows(bench.ability(KeyReader.class).allKeys(Bench.VISITOR, Bench.call())));
            }
        }
    }

    private static IdSet members(Bench bench, AudienceRef list) {
        var feed = bench.ability(MemberReader.class)
                .members(list, DataSource.visitor(1), Bench.call())
                .getOrElseThrow(error -> new AssertionError(error.toString()));
        return new Tally().read(((MemberFeed.Ready) feed).members());
    }

    private static void write(Bench bench, AudienceRef list, Change change, IdSet recipients, int step) {
        var order = WriteOrder.builder()
                .audience(list)
                .dataSource(Bench.VISITOR)
                .change(change)
                .stamp(Instant.EPOCH)
                .build();
        KeySink<WriteSummary> sink =
                bench.ability(MemberWriter.class).open(order, Bench.call()).get();
        var rows = new TextKeysBuilder();
        for (int i = 0; i < recipients.size(); i += step) {
            rows.recipient(recipients.high(i), recipients.low(i)).keyless((byte) 0);
            if (rows.isFull()) {
                sink.accept(rows.build()).get();
            }
        }
        sink.accept(rows.build()).get();
        assertThat(sink.finish().get().rows()).isEqualTo(recipients.size() / step);
    }

    /** What was read, and what the sandbox holds. */
    private static final class Tally {
        private final HashSet<Long> optedOut = new HashSet<>();
        private long keys;
        private long keyless;

        IdSet read(KeySource source) {
            var found = new IdSetBuilder();
            try (source) {
                for (var batch = source.next().get();
                        batch.isDefined();
                        batch = source.next().get()) {
                    for (int row = 0; row < batch.get().size(); row++) {
                        count(batch.get(), row);
                        found.add(batch.get().recipientHigh(row), batch.get().recipientLow(row));
                    }
                }
            }
            return found.build();
        }

        void agreesWith(Iterable<SeedRecipient> people) {
            long ids = 0;
            long none = 0;
            long out = 0;
            for (SeedRecipient person : people) {
                ids += person.visitorIds().stream().distinct().count();
                none += person.visitorIds().isEmpty() ? 1 : 0;
                out += person.optedOut() ? 1 : 0;
            }
            assertThat(keys).isEqualTo(ids);
            assertThat(keyless).isEqualTo(none).isPositive();
            assertThat(optedOut).hasSize((int) out).isNotEmpty();
        }

        private void count(TextKeys batch, int row) {
            keyless += batch.has(row, TextKeys.KEYLESS) ? 1 : 0;
            keys += batch.has(row, TextKeys.KEYLESS) ? 0 : 1;
            if (batch.has(row, TextKeys.OPTED_OUT)) {
                optedOut.add(batch.recipientLow(row));
            }
        }
    }
}
