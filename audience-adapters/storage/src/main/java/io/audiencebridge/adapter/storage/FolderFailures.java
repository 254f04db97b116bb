// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.error.BridgeError;
import java.nio.file.Path;

/** What a folder that cannot be read or written answers with. */
final class FolderFailures {
    private FolderFailures() {}

    static BridgeError of(String what, Path file, Exception cause) {
        return BridgeError.LocalFailure.of("Could not " + what + " " + file + " ("
                + cause.getClass().getSimpleName() + "); check that the disk has room and the process may write there");
    }
}
