// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * Audience Manager's REST API, typed. Obtained by {@code bridge.client(AudienceManagerClient.class)}; it uses the connection's sign-in and ends with it.
 *
 * <p>Everything blocks and is safe for use by several threads; what goes wrong is told as {@link Resource} says. Source: Audience Manager, "REST APIs".
 */
public interface AudienceManagerClient {
    /**
     * Who the connection is. The first call of a new technical account <em>creates</em> its user in Audience Manager; an administrator puts it into a group
     * then, or other calls are {@code AccessDenied}.
     */
    Either<BridgeError, SignedInUser> self(CallOptions options);

    /** Data sources, and what became of inbound files. */
    DataSources dataSources();

    /** Traits. */
    Traits traits();

    /** Segments, and how large they would be. */
    Segments segments();

    /** Folders of traits. */
    Folders traitFolders();

    /** Folders of segments. */
    Folders segmentFolders();

    /** Destinations, what is mapped to them, and what became of outbound files. */
    Destinations destinations();

    /** Derived signals. */
    DerivedSignals derivedSignals();

    /** The places where Audience Manager collects data. */
    Either<BridgeError, Seq<Region>> regions(CallOptions options);
}
