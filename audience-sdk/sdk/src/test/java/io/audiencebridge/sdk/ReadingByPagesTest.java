// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunQuery;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven audiences in pages of three; what the system is asked for is counted. */
class ReadingByPagesTest {
    private static final AudienceQuery BY_THREES =
            AudienceQuery.builder().connection(Pair.CLOUD).pageSize(3).build();

    @TempDir
    Path home;

    private final Pair pair = new Pair(call -> {});
    private AudienceBridge bridge;

    @BeforeEach
    void open() {
        for (int i = 1; i <= 7; i++) {
            pair.keys.audience("Audience " + i);
        }
        bridge = pair.bridge(home).build();
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    @Test
    void nothing_is_asked_for_before_it_is_read_and_a_page_only_when_its_first_element_is() {
        try (Paging<Audience> audiences = bridge.browseAll(BY_THREES)) {
            Iterator<Audience> reading = audiences.iterator();
            assertThat(asked()).isZero();

            reading.next();
            reading.next();
            reading.next();
            assertThat(asked()).isEqualTo(1);

            reading.next();
            assertThat(asked()).isEqualTo(2);
        }
    }

    @Test
    void all_are_read_in_order_and_nothing_behind_the_last_page() {
        List<String> titles = new ArrayList<>();
        try (Paging<Audience> audiences = bridge.browseAll(BY_THREES)) {
            audiences.forEach(audience -> titles.add(audience.title()));
        }

        assertThat(titles).hasSize(7).doesNotHaveDuplicates();
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void a_stream_asks_for_no_more_than_it_needs_and_closes_what_it_comes_from() {
        Paging<Audience> audiences = bridge.browseAll(BY_THREES);
        try (Stream<Audience> two = audiences.stream()) {
            assertThat(two.limit(2)).hasSize(2);
        }

        assertThat(asked()).isEqualTo(1);
        assertThat(audiences.iterator().hasNext()).isFalse();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void once_closed_it_stops_asking_in_the_middle_of_a_page() {
        Paging<Audience> audiences = bridge.browseAll(BY_THREES);
        Iterator<Audience> reading = audiences.iterator();
        reading.next();

        audiences.close();

        assertThat(reading.hasNext()).isFalse();
        assertThatThrownBy(reading::next).isInstanceOf(NoSuchElementException.class);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_page_that_cannot_be_had_is_the_last_of_one_door_and_thrown_by_the_other() {
        AudienceQuery nowhere =
                AudienceQuery.builder().from(BY_THREES).page("nowhere").build();

        try (PagingAttempts<Audience> pages = bridge.attempts().browseAll(nowhere);
                Paging<Audience> audiences = bridge.browseAll(nowhere)) {
            Iterator<Either<BridgeError, Seq<Audience>>> reading = pages.iterator();

            assertThat(reading.next().getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(reading.hasNext()).isFalse();
            assertThatThrownBy(() -> audiences.iterator().hasNext()).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void every_page_is_a_call_under_the_options_of_the_view() {
        try (Paging<Audience> audiences = bridge.with(
                        CallOptions.builder().correlationId("listing").build())
                .browseAll(BY_THREES)) {
            assertThat(audiences).hasSize(7);
        }

        assertThat(pair.cloud.calls)
                .hasSize(3)
                .allMatch(call -> call.correlationId().equals("listing"));
    }

    @Test
    void runs_are_read_by_pages_too() {
        bridge.share(pair.share());
        bridge.share(pair.share());
        bridge.share(pair.share());

        try (var runs = bridge.allRuns(RunQuery.builder().pageSize(2).build())) {
            assertThat(runs).hasSize(3);
        }
        assertThat(bridge.attempts().allRuns(RunQuery.builder().pageSize(2).build()))
                .hasSize(2);
    }

    private int asked() {
        return pair.cloud.calls.size();
    }
}
