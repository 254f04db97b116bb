// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.Folder;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The folders of segments. Blocks; safe for use by several threads. */
public final class SegmentFolders {
    private final FolderClient folders;

    /** The folders that {@code rest} sees. */
    public SegmentFolders(RestClient rest) {
        this.folders = new FolderClient(rest, "segments");
    }

    /** The root with all folders below it; none when it is not told. */
    public Either<BridgeError, Option<Folder>> root(Call call) {
        return folders.at(0, call);
    }
}
