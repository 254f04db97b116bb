// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Who the connection is for Audience Manager. Cannot print names and addresses. */
@HouseValue
@Value.Immutable
public interface SignedInUser {
    /** The company (PID). */
    long pid();

    /** The user's number, by which an administrator finds it. */
    OptionalLong userId();

    /** The user's name for signing in. */
    @Value.Redacted
    Optional<String> username();

    /** The user's mail address. */
    @Value.Redacted
    Optional<String> email();

    /** The company's name. */
    Optional<String> companyName();

    /** Whether the user is enabled. */
    boolean active();

    /** The groups that give the user rights; without any, most calls are refused where the company uses groups. */
    List<Long> groups();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds users. */
    final class Builder extends ImmutableSignedInUser.Builder {
        Builder() {}
    }
}
