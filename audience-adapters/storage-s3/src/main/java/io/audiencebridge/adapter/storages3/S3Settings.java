// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** A bucket through which files are handed over, and how to sign in to it. */
@HouseValue
@Value.Immutable
public interface S3Settings extends ExchangeSettings {
    /** The address of a store other than Amazon's, https, or plain http on this machine; empty for Amazon's in the region. */
    Optional<URI> endpoint();

    /** The region of the bucket; {@code us-east-1} by default, where Audience Manager's buckets are. */
    @Value.Default
    default String region() {
        return "us-east-1";
    }

    /** The name of the bucket. */
    String bucket();

    /** The folder in the bucket under which all names are, without a slash at its ends; empty, the default, is the whole bucket. */
    @Value.Default
    default String prefix() {
        return "";
    }

    /** The access key id. Without keys the default chain of Amazon's SDK looks for them: environment, profile, role of the machine. */
    Optional<String> accessKey();

    /** The secret that belongs to the access key. */
    Optional<Secret> secretKey();

    /** Whether the bucket stands in the path of an address rather than in its host name; by default only for an endpoint of its own. */
    @Value.Default
    default boolean pathStyle() {
        return endpoint().isPresent();
    }

    /** Whether files are given into the full control of the bucket's owner, by default true: Audience Manager cannot read them otherwise. Source: audience-manager.md, section 4. */
    @Value.Default
    default boolean bucketOwnerFullControl() {
        return true;
    }

    /** Bytes of one part: an open file takes that much memory, and larger files travel in several; 8 MiB by default, 5 MiB at least. */
    @Value.Default
    default int partBytes() {
        return 8 << 20;
    }

    /** Time to open a connection; 10 seconds by default. */
    @Value.Default
    default Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }

    /** Longest silence on an open connection; 60 seconds by default. */
    @Value.Default
    default Duration readTimeout() {
        return Duration.ofSeconds(60);
    }

    /** Attempts at one request, the first included; 4 by default, 1 switches retries off. */
    @Value.Default
    default int maxAttempts() {
        return 4;
    }

    /** The application on whose behalf we call, shown in the User-Agent header; by default the bridge's, if it was given one. Printable ASCII. */
    @Value.Default
    default String applicationName() {
        return "";
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableS3Settings.Builder {
        Builder() {}
    }
}
