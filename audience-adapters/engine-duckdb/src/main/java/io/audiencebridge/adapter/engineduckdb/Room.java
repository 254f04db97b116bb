// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.vavr.control.Either;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What a call may take.
 *
 * @param folder where its temporary files go
 * @param memoryBytes of memory
 * @param temporaryBytes of temporary files
 */
record Room(Path folder, long memoryBytes, long temporaryBytes) {
    /** A distinct key stands in a table and in a hash table, and its answer in two more while the other half is there. */
    private static final int BYTES_PER_MEMBER = 96;

    private static final String CURE =
            "; free the disk, name another temporary folder, give the engine more memory, or run this match with the engine for Spark";

    /** Nine tenths of what is free, unless the settings say how much. Left: the folder is gone. */
    static Either<BridgeError, Room> under(Path folder, DuckEngineSettings settings) {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            return Either.right(new Room(
                    folder,
                    settings.memoryBytes(),
                    Math.min(free, settings.mostTemporaryBytes().orElse(free / 10 * 9))));
        } catch (IOException failed) {
            return Either.left(BridgeError.LocalFailure.of("Cannot look at the temporary folder " + folder + ": "
                    + failed.getClass().getSimpleName() + "; name another one in the engine's settings"));
        }
    }

    /** Right: {@code task}'s members fit, as far as is known. Left: they do not, with the sizes. */
    Either<BridgeError, MatchTask> enough(MatchTask task) {
        BigInteger members = BigInteger.valueOf(task.expectedMembers().orElse(0))
                .add(BigInteger.valueOf(task.keptMembers().size()));
        BigInteger needed = members.multiply(BigInteger.valueOf(BYTES_PER_MEMBER));
        BigInteger room = BigInteger.valueOf(memoryBytes).add(BigInteger.valueOf(temporaryBytes));
        return needed.compareTo(room) <= 0
                ? Either.right(task)
                : Either.left(BridgeError.LocalFailure.of(
                        "The audience has " + members + " members, which need some " + needed
                                + " bytes; the engine may take " + memoryBytes + " of memory and " + temporaryBytes
                                + " of the disk under "
                                + folder + CURE));
    }

    /** What {@code failed} means. Its text is not repeated but for its kind: it could hold a key. */
    BridgeError failure(Exception failed) {
        String text = String.valueOf(failed.getMessage());
        if (text.contains("No space left") || (failed instanceof SQLException && text.contains("Out of Memory"))) {
            return BridgeError.LocalFailure.of("The engine out of core ran out of room: it may take " + memoryBytes
                    + " bytes of memory and " + temporaryBytes + " of the disk under " + folder
                    + "; its files were removed and nothing was written" + CURE);
        }
        return BridgeError.LocalFailure.of("The engine out of core failed: "
                + failed.getClass().getSimpleName() + ", " + text.substring(0, Math.max(0, text.indexOf(':')))
                + "; its files were removed and nothing was written. Report this as a defect");
    }
}
