// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Audiences of Platform. Source: Experience Platform, "Audiences API". Blocks; safe for use by several threads. */
public interface PlatformAudiences {
    /** The audiences of a query. */
    Pages<PlatformAudience> list(PlatformAudienceQuery query, CallOptions options);

    /** An audience by Platform's id; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<PlatformAudience>> find(String id, CallOptions options);

    /** Many at once, one outcome each, in their order. */
    Either<BridgeError, Seq<AudienceOutcome>> findAll(Seq<String> ids, CallOptions options);

    /** A new audience. */
    Either<BridgeError, PlatformAudience> create(AudienceDraft draft, CallOptions options);

    /** Changes members of an audience. */
    Either<BridgeError, PlatformAudience> patch(String id, Seq<PatchStep> steps, CallOptions options);

    /** Deletes an audience; right: whether it was there. */
    Either<BridgeError, Boolean> delete(String id, CallOptions options);
}
