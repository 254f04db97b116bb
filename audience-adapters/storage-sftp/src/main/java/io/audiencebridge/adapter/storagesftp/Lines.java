// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.jspecify.annotations.Nullable;

/** Channels over one connection, which is opened when it is first needed and anew when it was lost. Safe for use by several threads. */
final class Lines implements AutoCloseable {
    /** What OpenSSH speaks, so that every server is used in the way that is used most. In this version a move never replaces a file. */
    private static final SftpVersionSelector VERSION = SftpVersionSelector.fixedVersionSelector(3);

    private final SftpSettings settings;
    private final HostKeys hostKeys;
    private final Deque<SftpClient> idle = new ArrayDeque<>();
    private @Nullable SshClient client;
    private @Nullable ClientSession session;
    private boolean closed;

    Lines(SftpSettings settings) {
        this.settings = settings;
        this.hostKeys = new HostKeys(settings.hostKeys());
    }

    /** A channel for the caller alone. */
    SftpClient take(Call call) throws IOException {
        SftpClient kept = kept();
        return kept != null ? kept : SftpClientFactory.instance().createSftpClient(session(call), VERSION);
    }

    private synchronized @Nullable SftpClient kept() {
        SftpClient channel = idle.poll();
        while (channel != null && !channel.isOpen()) {
            channel = idle.poll();
        }
        return channel;
    }

    /** Takes a sound channel back. */
    synchronized void give(SftpClient channel) {
        if (closed) {
            drop(channel);
        } else {
            idle.push(channel);
        }
    }

    /** Ends a channel; whoever waits on it learns so at once. */
    void drop(SftpClient channel) {
        channel.getClientChannel().close(true);
    }

    /** Ends a channel when the time of the call or of the attempt is up, unless the registration is closed before. */
    Call.Registration dropWhenOverdue(SftpClient channel, Call call) {
        ScheduledFuture<?> end = channel.getClientSession()
                .getFactoryManager()
                .getScheduledExecutorService()
                .schedule(
                        () -> drop(channel),
                        within(call.attemptLimit().orElse(call.remaining()), call)
                                .toNanos(),
                        TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    private synchronized ClientSession session(Call call) throws IOException {
        if (closed) {
            throw new IOException("The exchange was closed");
        }
        ClientSession open = session;
        if (open == null || !open.isOpen()) {
            open = connect(call);
            session = open;
        }
        return open;
    }

    private ClientSession connect(Call call) throws IOException {
        try {
            return Connection.open(client(), settings, call);
        } catch (IOException failed) {
            throw hostKeys.refused()
                    .<IOException>map(shown -> new Connection.HostKeyRefused(shown, failed))
                    .getOrElse(failed);
        }
    }

    private SshClient client() {
        SshClient started = client;
        if (started == null) {
            started = Connection.client(settings, hostKeys);
            client = started;
        }
        return started;
    }

    /** Time left of {@code limit} within the call; never zero, which would be no limit. */
    static Duration within(Duration limit, Call call) {
        Duration left = call.remaining().plusMillis(1);
        return left.compareTo(limit) < 0 ? left : limit;
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.clear();
        if (client != null) {
            client.stop();
        }
    }
}
