// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;

/** The bytes of a file, fetched block by block: a lost line costs one block, and every block must be of the file that was opened. */
final class SftpSource implements ByteSource {
    private final Folder folder;
    private final RemoteFile file;
    private final Call call;
    private final byte[] block;
    private long fetched;
    private int filled;
    private int taken;

    SftpSource(Folder folder, RemoteFile file, Call call) {
        this.folder = folder;
        this.file = file;
        this.call = call;
        this.block = new byte[(int) Math.min(folder.blockBytes(), Math.max(1, file.size()))];
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        Either<BridgeError, Call> open = call.check();
        if (open.isLeft()) {
            return Either.left(open.getLeft());
        }
        if (taken == filled) {
            if (fetched == file.size()) {
                return Either.right(END);
            }
            Either<BridgeError, Integer> next = folder.read(file, fetched, block, call);
            if (next.isLeft()) {
                return next;
            }
            filled = next.get();
            fetched += filled;
            taken = 0;
        }
        int count = Math.min(length, filled - taken);
        System.arraycopy(block, taken, into, from, count);
        taken += count;
        return Either.right(count);
    }

    @Override
    public void close() {
        // No channel is held between blocks.
    }
}
