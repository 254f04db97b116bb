// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in the server's files (SEMANTICS S27). SFTP has no digests, so that every file is read once. What is known of a file is kept while its size and time
 * stay, but only if its time was well past when it was read: another content of the same size, written in the same second, would look the same.
 * Safe for use by several threads.
 */
final class Contents {
    /** Covers clocks that disagree. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final int MOST = 10_000;
    private static final int BUFFER = 1 << 16;

    private final Folder folder;
    private final InstantSource clock;
    private final Map<RemoteFile, Content> known = new LinkedHashMap<>();

    Contents(Folder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Either<BridgeError, Content> of(RemoteFile file, Call call) {
        Content kept = kept(file);
        if (kept != null) {
            return Either.right(kept);
        }
        boolean settled = file.modified().plus(SETTLED).isBefore(clock.instant());
        return read(file, call).peek(content -> {
            if (settled) {
                remember(file, content);
            }
        });
    }

    private synchronized @Nullable Content kept(RemoteFile file) {
        return known.get(file);
    }

    /** The oldest is forgotten. */
    private synchronized void remember(RemoteFile file, Content content) {
        known.put(file, content);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private Either<BridgeError, Content> read(RemoteFile file, Call call) {
        MessageDigest digest = Content.digest();
        byte[] buffer = new byte[BUFFER];
        try (ByteSource source = new SftpSource(folder, file, call)) {
            Either<BridgeError, Integer> read = source.read(buffer, 0, BUFFER);
            while (read.isRight() && read.get() != ByteSource.END) {
                digest.update(buffer, 0, read.get());
                read = source.read(buffer, 0, BUFFER);
            }
            return read.map(end -> Content.of(file.size(), digest));
        }
    }
}
