// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import org.immutables.value.Value;

/** A kind of connection that Platform knows, and how it is signed in to. */
@HouseValue
@Value.Immutable
public interface ConnectionSpec {
    /** Its id. */
    String id();

    /** Its name, such as {@code Adobe Campaign}. */
    @Value.Default
    default String name() {
        return "";
    }

    /** Its version. */
    @Value.Default
    default String version() {
        return "1.0";
    }

    /** The names of its ways to sign in, such as {@code S3}. */
    List<String> signIns();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds specs. */
    final class Builder extends ImmutableConnectionSpec.Builder {
        Builder() {}
    }
}
