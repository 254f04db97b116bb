// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.vavr.control.Either;

/** Imports a shared audience into a recipient list, whose content is replaced. Blocks until done or waiting; safe for use by several threads. */
@FunctionalInterface
public interface ImportSharedAudience {
    /** Imports. Right: a receipt that says delivered or waiting. Left: what went wrong; the list is unchanged unless additions had begun. */
    Either<BridgeError, Receipt> importAudience(ImportRequest request, Call call);
}
