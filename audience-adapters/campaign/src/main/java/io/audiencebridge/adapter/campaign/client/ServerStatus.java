// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether an instance is up, as its parts say. What a part does not tell is empty. Source: {@code /r/test}, {@code /nl/jsp/ping.jsp} and {@code xtk:session#TestCnx}. */
@HouseValue
@Value.Immutable
public interface ServerStatus {
    /** Whether the redirection server says OK. */
    boolean redirectorUp();

    /** Whether the application server says OK. */
    boolean applicationUp();

    /** Whether a call with our sign-in is served, down to the database. */
    boolean sessionUp();

    /** The application server's time. */
    Optional<Instant> time();

    /** The server's release; told only where the security zone allows debugging. */
    Optional<String> release();

    /** The server's build; told only where the security zone allows debugging. */
    Optional<String> buildNumber();

    /** The address from which the instance sees us, for the rules of its security zones. */
    Optional<String> sourceAddress();

    /** Whether all parts are up. */
    default boolean isUp() {
        return redirectorUp() && applicationUp() && sessionUp();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds states. */
    final class Builder extends ImmutableServerStatus.Builder {
        Builder() {}
    }
}
