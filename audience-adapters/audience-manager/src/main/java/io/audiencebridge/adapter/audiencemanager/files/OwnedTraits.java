// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Tells which traits a file that overwrites would take away. */
public interface OwnedTraits {
    /** How many onboarded traits {@code dataSource} owns; two stands for more. */
    Either<BridgeError, Integer> onboarded(long dataSource, Call call);
}
