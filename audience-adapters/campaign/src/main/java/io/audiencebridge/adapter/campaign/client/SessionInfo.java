// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What Campaign tells about itself and about who is signed in. What it does not tell is empty. Source: the answers of Logon, GetUserInfo and {@code /r/test}. */
@HouseValue
@Value.Immutable
public interface SessionInfo {
    /** The operator's name. */
    String login();

    /** The operator's name as people read it. */
    Optional<String> displayName();

    /** The operator's id. */
    Optional<Long> operatorId();

    /** The operator's time zone, such as {@code Europe/Paris}. */
    Optional<String> timeZone();

    /** The operator's language, such as {@code en}. */
    Optional<String> locale();

    /** The operator's named rights, such as {@code admin}. */
    Set<String> rights();

    /** Installed packages, such as {@code nms:campaign}. */
    Set<String> packages();

    /** The server's build, such as {@code 9364}. */
    Optional<String> buildNumber();

    /** The server's release, such as {@code 7.3.4}. */
    Optional<String> release();

    /** The instance's own name. */
    Optional<String> instanceName();

    /** How long a session lasts. */
    Optional<Duration> sessionTimeout();

    /** How long a session's security token lasts. */
    Optional<Duration> securityTimeout();

    /** Whether the operator has that right, or the right to everything. */
    default boolean hasRight(String right) {
        return rights().contains(right) || rights().contains("admin");
    }

    /** Whether the package is installed, such as {@code nms:campaign}. */
    default boolean hasPackage(String name) {
        return packages().contains(name);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds what a session tells. */
    final class Builder extends ImmutableSessionInfo.Builder {
        Builder() {}
    }
}
