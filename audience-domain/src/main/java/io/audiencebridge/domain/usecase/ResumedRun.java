// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Either;

/**
 * What became of a run that was resumed.
 *
 * @param run which run
 * @param outcome right its receipt, delivered or waiting again; left what went wrong
 */
public record ResumedRun(RunId run, Either<BridgeError, Receipt> outcome) {}
