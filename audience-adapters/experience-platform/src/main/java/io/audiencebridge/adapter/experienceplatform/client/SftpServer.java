// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A server with SFTP. */
@HouseValue
@Value.Immutable
public interface SftpServer {
    /** Its name or address. */
    String host();

    /** Its domain, which Adobe Campaign's destination wants beside the host; the host by default. */
    Optional<String> domain();

    /** Its port; 22, without being sent, by default. */
    OptionalInt port();

    /** Who signs in. */
    String username();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds servers. */
    final class Builder extends ImmutableSftpServer.Builder {
        Builder() {}
    }
}
