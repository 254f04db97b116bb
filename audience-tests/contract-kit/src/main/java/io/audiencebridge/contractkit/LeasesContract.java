// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What all {@link Leases} do. The test of an implementation extends this class and opens leases for each test. */
@ContractOf(Leases.class)
@Tag("leases")
public abstract class LeasesContract {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123456789Z");
    private static final Duration TERM = Duration.ofMinutes(2);
    private static final String LIST = "List 'Gold' in 'campaign'";
    private static final String ANN = "ann-1";
    private static final String BOB = "bob-2";

    private Leases leases;

    /** For subclasses. */
    protected LeasesContract() {}

    /** Leases of which none is held. */
    protected abstract Leases open() throws Exception;

    /** The same leases as another process would open them; leases that end with their process answer the ones they gave. */
    protected abstract Leases reopen() throws Exception;

    @BeforeEach
    void openLeases() throws Exception {
        leases = Lens.on(open());
    }

    @Rule("R32.1")
    @Test
    void what_is_free_is_taken_and_others_are_told_who_holds_it_and_until_when() throws Exception {
        Lease anns = lease(LIST, ANN, NOON);

        assertThat(leases.take(anns, NOON).get()).isEqualTo(anns);
        assertThat(leases.take(lease(LIST, BOB, NOON), NOON).get()).isEqualTo(anns);
        assertThat(Lens.on(reopen()).take(lease(LIST, BOB, NOON), NOON).get()).isEqualTo(anns);
    }

    @Rule("R32.2")
    @Test
    void a_lease_passes_on_at_the_moment_it_ends_and_its_holder_is_told() {
        Lease anns = lease(LIST, ANN, NOON);
        leases.take(anns, NOON).get();
        Lease bobs = lease(LIST, BOB, anns.until());

        assertThat(leases.take(bobs, anns.until().minusNanos(1)).get()).isEqualTo(anns);
        assertThat(leases.take(bobs, anns.until()).get()).isEqualTo(bobs);
        assertThat(leases.extend(lease(LIST, ANN, anns.until())).get()).containsExactly(bobs);
        assertThat(leases.release(anns).get()).isFalse();
        assertThat(leases.take(lease(LIST, ANN, anns.until()), anns.until()).get())
                .isEqualTo(bobs);
    }

    @Rule("R32.3")
    @Test
    void a_holder_extends_its_lease_also_when_it_ran_out_and_nobody_came() throws Exception {
        leases.take(lease(LIST, ANN, NOON), NOON).get();
        Lease longer = lease(LIST, ANN, NOON.plusSeconds(60));
        Lease again = lease(LIST, ANN, NOON.plus(Duration.ofDays(1)));

        assertThat(leases.extend(longer).get()).containsExactly(longer);
        assertThat(Lens.on(reopen())
                        .take(lease(LIST, BOB, NOON), NOON.plus(TERM))
                        .get())
                .isEqualTo(longer);
        assertThat(leases.extend(again).get()).containsExactly(again);
    }

    @Rule("R32.4")
    @Test
    void a_holder_may_take_again_what_it_has() {
        leases.take(lease(LIST, ANN, NOON), NOON).get();
        Lease again = lease(LIST, ANN, NOON.plusSeconds(1));

        assertThat(leases.take(again, NOON.plusSeconds(1)).get()).isEqualTo(again);
    }

    @Rule("R32.5")
    @Test
    void what_is_given_back_is_free_and_cannot_be_extended() {
        Lease anns = lease(LIST, ANN, NOON);
        leases.take(anns, NOON).get();

        assertThat(leases.release(lease(LIST, BOB, NOON)).get()).isFalse();
        assertThat(leases.release(anns).get()).isTrue();
        assertThat(leases.release(anns).get()).isFalse();
        assertThat(leases.extend(anns).get()).isEmpty();
        assertThat(leases.take(lease(LIST, BOB, NOON), NOON).get().holder()).isEqualTo(BOB);
    }

    @Rule("R32.6")
    @Test
    void subjects_are_any_text_and_told_apart() {
        List<String> subjects =
                List.of(LIST, LIST + " ", "list 'gold' in 'campaign'", "../../ü\n\"'\\;=%", "x".repeat(5_000), "");

        subjects.forEach(subject -> assertThat(leases.take(lease(subject, subject.length() + " it", NOON), NOON)
                        .get()
                        .subject())
                .isEqualTo(subject));

        subjects.forEach(subject -> assertThat(
                        leases.take(lease(subject, BOB, NOON), NOON).get())
                .isEqualTo(lease(subject, subject.length() + " it", NOON)));
    }

    @Rule("R32.7")
    @Test
    void of_many_who_ask_at_once_one_gets_it() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String subject = "round " + round;
                List<Callable<Boolean>> all = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(i -> () -> {
                            Lease wanted = lease(subject, "holder-" + i, NOON);
                            return leases.take(wanted, NOON).get().equals(wanted);
                        })
                        .toList();

                long winners = 0;
                for (Future<Boolean> one : crowd.invokeAll(all)) {
                    winners += one.get() ? 1 : 0;
                }

                assertThat(winners).as(subject).isEqualTo(1);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private static Lease lease(String subject, String holder, Instant since) {
        return new Lease(subject, holder, since.plus(TERM));
    }
}
