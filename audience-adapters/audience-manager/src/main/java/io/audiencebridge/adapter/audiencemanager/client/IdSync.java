// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** An id sync by pixel: the device that calls, known by its cookie, is that person's. Source: Audience Manager, "ID synchronization for HTTP calls". */
@HouseValue
@Value.Immutable
public interface IdSync {
    /** The data source (DPID). */
    long dataSource();

    /** The id in it, in its wire form; encoded by the client, in UTF-8. */
    @Value.Redacted
    String id();

    /** Where Audience Manager sends the device next, as an absolute address in which it replaces <code>${DD_UUID}</code> with the device's id. */
    @Value.Redacted
    Optional<String> redirect();

    /** The device; none for whoever calls the address by itself. */
    Optional<AamUuid> uuid();

    /** What the person agreed to. */
    @Value.Redacted
    Optional<Consent> consent();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds id syncs. */
    final class Builder extends ImmutableIdSync.Builder {
        Builder() {}
    }
}
