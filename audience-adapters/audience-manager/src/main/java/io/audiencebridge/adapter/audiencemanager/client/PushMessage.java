// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What Audience Manager pushes to a destination of HTTP: which of one to ten users is in which segment, or left it. Real-time messages and batches look the same. Can be
 * printed: ids stay hidden.
 *
 * <p>Source: Audience Manager, "Real-time outbound data transfers".
 */
@HouseValue
@Value.Immutable
public interface PushMessage {
    /** When Audience Manager wrote it, if that was told in a known form. What was written later is newer, in whatever order messages arrive. */
    Optional<Instant> processed();

    /** The data source of {@link PushedUser#partnerUuid()}; 20914 and 20915 are the device ids of Android and iOS. */
    OptionalLong userDataSource();

    /** The account at the receiver; possibly empty text. */
    String clientId();

    /** The destination's number. */
    OptionalLong destination();

    /** How many users the message says it has. */
    OptionalLong statedUsers();

    /** The users. */
    List<PushedUser> users();

    /** Users without an id, and segments without a name or with a status other than 0 and 1: left out, since nobody can tell what they mean. */
    long unreadable();

    /** The same for two messages with the same bytes, and only for them: hexadecimal SHA-256. A repeat has it again. */
    String fingerprint();

    /**
     * Reads a body. Numbers may be numbers or texts, and members that nobody here knows are passed over. Left: {@code InvalidRequest} when it is no JSON object with a
     * list of users; it repeats nothing of the body.
     */
    static Either<BridgeError, PushMessage> parse(byte[] body) {
        return PushBody.read(body);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds messages. */
    final class Builder extends ImmutablePushMessage.Builder {
        Builder() {}
    }
}
