// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.SftpModuleProperties;
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
    private final AtomicReference<@Nullable ClientSession> session = new AtomicReference<>();
    private final Object opening = new Object();
    private @Nullable SshClient client;
    private boolean closed;

    Lines(SftpSettings settings) {
        this.settings = settings;
        this.hostKeys = new HostKeys(settings.hostKeys());
    }

    /** A channel for the caller alone. */
    SftpClient take(Attempt attempt) throws IOException {
        SftpClient kept = kept();
        return kept != null ? kept : open(session(attempt), attempt);
    }

    private synchronized @Nullable SftpClient kept() {
        SftpClient channel = idle.poll();
        while (channel != null && !isFit(channel)) {
            drop(channel);
            channel = idle.poll();
        }
        return channel;
    }

    private boolean isFit(SftpClient channel) {
        return channel.isOpen() && channel.getClientSession() == session.get();
    }

    /** One at a time, since how long it may take is a property of the connection. */
    private SftpClient open(ClientSession line, Attempt attempt) throws IOException {
        synchronized (opening) {
            SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(line, attempt.within(settings.readTimeout()));
            try {
                return SftpClientFactory.instance().createSftpClient(line, VERSION);
            } catch (IOException failed) {
                if (attempt.isOver()) {
                    leave(line);
                }
                throw failed;
            }
        }
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

    /**
     * Ends a channel when the time of the attempt is up, unless the registration is closed before. Its connection may be one on which nothing comes any more, so that the next attempt
     * gets a new one.
     */
    Call.Registration dropWhenOverdue(SftpClient channel, Attempt attempt) {
        ClientSession line = channel.getClientSession();
        ScheduledFuture<?> end = line.getFactoryManager()
                .getScheduledExecutorService()
                .schedule(
                        () -> {
                            leave(line);
                            drop(channel);
                        },
                        attempt.left().toNanos(),
                        TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    /** Opens no channel on {@code line} any more. Those who work on it go on, and it ends when it was silent for {@code readTimeout}. Never waits. */
    private void leave(ClientSession line) {
        session.compareAndSet(line, null);
    }

    private synchronized ClientSession session(Attempt attempt) throws IOException {
        if (closed) {
            throw new IOException("The exchange was closed");
        }
        ClientSession open = session.get();
        if (open == null || !open.isOpen()) {
            open = connect(attempt);
            session.set(open);
        }
        return open;
    }

    private ClientSession connect(Attempt attempt) throws IOException {
        try {
            return Connection.open(client(), settings, attempt);
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

    @Override
    public synchronized void close() {
        closed = true;
        idle.clear();
        if (client != null) {
            client.stop();
        }
    }
}
