// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Checks a data file that was made elsewhere, line by line, before it is uploaded. Memory does not grow with the lines. Not thread-safe. */
public interface InboundFileCheck {
    /** Takes the next line, without its end. Left: why Audience Manager would leave it out, the 201st row of a user included. */
    Either<RowFault, InboundRow> line(String line);

    /** What Audience Manager would make of the file; a line counts as written where it would be taken. Left: {@code InvalidRequest} for a file without lines. */
    Either<BridgeError, DataFileReport> finish();
}
