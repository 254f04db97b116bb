// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The folders of traits, or those of segments: a tree below folder 0, at most 5 deep. Errors, blocking and threads as {@link Resource} says. */
public interface Folders {
    /** The root with all folders below it. */
    Either<BridgeError, Folder> tree(CallOptions options);

    /** A folder with all folders below it; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<Folder>> find(long id, CallOptions options);

    /** Creates a folder. Left: {@code OutcomeUnknown} when nobody can say whether it was created: call {@link #ensure}. */
    Either<BridgeError, Folder> create(FolderDraft draft, CallOptions options);

    /** The folder of that name in that folder, created if there is none. Safe to repeat. */
    Either<BridgeError, Folder> ensure(FolderDraft draft, CallOptions options);

    /** Renames or moves a folder. Left: {@code NotFound}. */
    Either<BridgeError, Folder> edit(long id, FolderDraft wanted, CallOptions options);

    /** Deletes an empty folder. Right: whether it was there. Left: {@code Conflict} or {@code RejectedBySystem} while something is in it. */
    Either<BridgeError, Boolean> delete(long id, CallOptions options);
}
