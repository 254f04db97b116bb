// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Kinds of identities. Source: Experience Platform, "Identity Service API". Blocks; safe for use by several threads. */
public interface IdentityNamespaces {
    /** All of them. */
    Either<BridgeError, Seq<IdentityNamespace>> list(CallOptions options);
}
