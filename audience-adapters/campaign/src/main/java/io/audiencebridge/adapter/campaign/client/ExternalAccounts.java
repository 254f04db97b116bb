// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * External accounts, read only. Their secrets are not asked for unless {@link #storedSecret} is called.
 *
 * <p>Needs the right to read external accounts, usually Administration. Blocks; safe for use by several threads. Source: Campaign Classic, "External
 * accounts", "Configuring shared audiences integration".
 */
public interface ExternalAccounts {
    /** The account through which Campaign fetches shared audiences; its workflow has the same name. */
    String IMPORT = "importSharedAudience";

    /** The account through which Campaign hands audiences over; its workflow has the same name. */
    String EXPORT = "exportSharedAudience";

    /** The account for Adobe's identity service. */
    String EXPERIENCE_CLOUD = "Adobe_Marketing_Cloud";

    /** All accounts, by id. */
    Either<BridgeError, Seq<ExternalAccount>> all(CallOptions options);

    /** The account of that id or internal name. Left: {@code NotFound}. */
    Either<BridgeError, ExternalAccount> find(String account, CallOptions options);

    /**
     * A secret as Campaign stores it: encrypted with the instance's own key, and of no use without that. Ask for it only to hand it to something that
     * decrypts. Left: {@code NotFound} when the account is not there or has none.
     */
    Either<BridgeError, Secret> storedSecret(String account, StoredSecret which, CallOptions options);
}
