// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.sftp;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the SFTP server when somebody says so. Safe for use by several threads. */
final class SftpFaults implements SftpEventListener {
    private static final long WHOLE = Long.MAX_VALUE;

    private final AtomicInteger requestsToDrop = new AtomicInteger();
    private final AtomicInteger requestsBefore = new AtomicInteger();
    private final AtomicInteger movesToForget = new AtomicInteger();
    private final AtomicLong readable = new AtomicLong(WHOLE);

    /** Drops the connection of a request, {@code times} times, once {@code after} requests have passed. */
    void drop(int after, int times) {
        requestsBefore.set(after);
        requestsToDrop.set(times);
    }

    /** Drops the connection after the next moves were done, before they are acknowledged. */
    void forgetMoves(int times) {
        movesToForget.set(times);
    }

    /** No file gives more than its first bytes, whatever its size says. */
    void cutAt(long bytes) {
        readable.set(bytes);
    }

    void clear() {
        drop(0, 0);
        forgetMoves(0);
        cutAt(WHOLE);
    }

    SeekableByteChannel cut(SeekableByteChannel whole) {
        long limit = readable.get();
        return limit == WHOLE ? whole : new CutChannel(whole, limit);
    }

    @Override
    public void received(ServerSession session, int type, int id) throws IOException {
        dropIfDue(session);
    }

    @Override
    public void reading(
            ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length)
            throws IOException {
        dropIfDue(session);
    }

    private void dropIfDue(ServerSession session) throws IOException {
        if (requestsToDrop.get() > 0
                && requestsBefore.getAndUpdate(left -> Math.max(0, left - 1)) == 0
                && requestsToDrop.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            session.close(true);
            throw new IOException("The sandbox dropped the line");
        }
    }

    @Override
    public void moved(
            ServerSession session, Path from, Path to, Collection<CopyOption> options, @Nullable Throwable failure)
            throws IOException {
        if (failure == null && movesToForget.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            session.close(true);
            throw new IOException("The sandbox dropped the line after the move");
        }
    }
}
