// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What a listener hears of one request to the instance: figures and names, never a value. */
@HouseValue
@Value.Immutable
public interface CallEvent {
    /** The SOAP service, such as {@code xtk:queryDef}; empty for a page beside the SOAP router. */
    String service();

    /** The method, such as {@code ExecuteQuery}, or the page, such as {@code /nl/jsp/ping.jsp}. */
    String method();

    /** Ties it to errors and log lines of the same call. */
    String correlationId();

    /** Whether it is the repeat after a session or token had ended. */
    boolean afterNewSignIn();

    /** Time since it began; zero at the start. A streamed answer counts until it was read or given up. */
    @Value.Default
    default Duration duration() {
        return Duration.ZERO;
    }

    /** Bytes of the request's body. */
    long bytesSent();

    /** Bytes of the answer's body as far as it was read, decompressed; 0 at the start. */
    @Value.Default
    default long bytesReceived() {
        return 0;
    }

    /** The HTTP status, if there was an answer. */
    OptionalInt status();

    /** Attempts made on the wire, the first included; 0 at the start. After an answer that was cut, the next event of the same request counts on. */
    @Value.Default
    default int attempts() {
        return 0;
    }

    /** Campaign's own codes in a fault, in order. */
    List<String> codes();

    /** What it failed with. A fault that only asks for a new sign-in has codes but no error yet. */
    Optional<BridgeError> error();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds events. */
    final class Builder extends ImmutableCallEvent.Builder {
        Builder() {}
    }
}
