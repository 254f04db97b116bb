// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link TokenSource} does. The test of a source extends this class and opens one for each test. */
@ContractOf(TokenSource.class)
@Tag("token-source")
public abstract class TokenSourceContract {
    private static final int CALLERS = 16;

    private TokenSource tokens;

    /** For subclasses. */
    protected TokenSourceContract() {}

    /** A source that has asked for nothing yet. */
    protected abstract TokenSource open() throws Exception;

    /** The time of the source's clock. */
    protected abstract Instant now();

    /** Moves that clock on. */
    protected abstract void pass(Duration time);

    /** How often the service was asked for a token since the source was opened. */
    protected abstract int requests();

    /** From now on the service refuses the credentials. */
    protected abstract void refuse();

    @BeforeEach
    void openSource() throws Exception {
        tokens = Lens.on(open());
    }

    @AfterEach
    void closeSource() {
        tokens.close();
    }

    @Rule("R60.1")
    @Test
    void a_token_is_good_and_one_serves_many_calls() {
        AccessToken token = tokens.token(Calls.ample()).get();

        assertThat(token.expires()).isAfter(now());
        assertThat(token.value().reveal()).isNotBlank();
        assertThat(tokens.token(Calls.ample()).get()).isEqualTo(token);
        assertThat(requests()).isEqualTo(1);
    }

    @Rule("R60.2")
    @Test
    void many_callers_at_once_are_one_request() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        Callable<AccessToken> caller = () -> tokens.token(Calls.ample()).get();

        Set<AccessToken> seen = new HashSet<>();
        for (Future<AccessToken> token : threads.invokeAll(Collections.nCopies(CALLERS, caller))) {
            seen.add(token.get());
        }
        threads.shutdownNow();

        assertThat(seen).hasSize(1);
        assertThat(requests()).isEqualTo(1);
    }

    @Rule("R60.3")
    @Test
    void a_token_that_a_system_refused_is_not_handed_out_again() {
        AccessToken refused = tokens.token(Calls.ample()).get();

        tokens.refused(refused);

        assertThat(tokens.token(Calls.ample()).get()).isNotEqualTo(refused);
    }

    @Rule("R60.4")
    @Test
    void that_an_old_token_was_refused_does_not_cost_the_new_one() {
        AccessToken old = tokens.token(Calls.ample()).get();
        tokens.refused(old);
        AccessToken fresh = tokens.token(Calls.ample()).get();

        tokens.refused(old);

        assertThat(tokens.token(Calls.ample()).get()).isEqualTo(fresh);
        assertThat(requests()).isEqualTo(2);
    }

    @Rule("R60.5")
    @Test
    void a_token_that_has_ended_is_not_handed_out() {
        AccessToken first = tokens.token(Calls.ample()).get();
        pass(Duration.between(now(), first.expires()).plusSeconds(1));

        AccessToken second = tokens.token(Calls.ample()).get();

        assertThat(second).isNotEqualTo(first);
        assertThat(second.expires()).isAfter(now());
    }

    @Rule("R60.6")
    @Test
    void refused_credentials_are_access_denied() {
        refuse();

        assertThat(tokens.token(Calls.ample()).getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
    }

    @Rule("R60.7")
    @Test
    void neither_source_nor_token_prints_the_token() {
        AccessToken token = tokens.token(Calls.ample()).get();

        assertThat(token.toString()).doesNotContain(token.value().reveal());
        assertThat(String.valueOf(tokens)).doesNotContain(token.value().reveal());
    }

    @Rule("R60.8")
    @Test
    void it_says_who_signs_in_without_asking_anybody() {
        assertThat(tokens.identity().clientId()).isNotBlank();
        assertThat(requests()).isZero();
    }

    @Rule("R60.9")
    @Test
    void a_call_that_is_over_asks_for_nothing() {
        assertThat(tokens.token(Calls.cancelled()).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(requests()).isZero();
    }

    @Rule("R60.10")
    @Test
    void it_may_be_closed_again() {
        tokens.token(Calls.ample()).get();

        tokens.close();
        tokens.close();

        assertThat(tokens.identity().clientId()).isNotBlank();
    }
}
