// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Trait data files with everything that their grammar can say: several traits a row, removals, signals, ids of devices, replacement of all traits. A share of
 * an audience needs none of this; the bridge writes its files itself.
 *
 * <p>Files are packed as the connection's settings say, gzip or OpenPGP. Two files of the same users under way on one day are loaded in any order, so do not
 * mix modes. Blocks; safe for use by several threads, each with its own file. Source: Audience Manager, "Batch data transfer process".
 */
public interface DataFiles {
    /**
     * Opens a file; the options' time covers all of its writing.
     *
     * <p>Left: {@code InvalidRequest} with every mistake in the order. A file that overwrites is refused when the owner of the traits has more than one
     * onboarded trait that stands for an audience, since it would empty the others for every user in it (SEMANTICS S17).
     */
    Either<BridgeError, DataFile> open(DataFileOrder order, CallOptions options);

    /** A check of a file that was made elsewhere; it asks nobody. Left: {@code InvalidRequest} when ids of that kind cannot be those of the file. */
    Either<BridgeError, InboundFileCheck> check(InboundFileName name, UserIds ids);
}
