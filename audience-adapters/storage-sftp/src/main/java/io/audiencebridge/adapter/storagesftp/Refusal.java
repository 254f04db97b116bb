// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * What a failed step means.
 *
 * @param what the deed and its subject
 * @param server the account and the server
 * @param call on whose time
 */
record Refusal(String what, String server, Call call) {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Whether the same step might succeed on a new channel. */
    static boolean passing(Throwable failure) {
        if (failure instanceof SftpException answered) {
            int status = answered.getStatus();
            return status == SftpConstants.SSH_FX_NO_CONNECTION || status == SftpConstants.SSH_FX_CONNECTION_LOST;
        }
        return failure instanceof IOException lost && !fixed(lost);
    }

    private static boolean fixed(IOException failure) {
        return failure instanceof Connection.HostKeyRefused
                || failure instanceof Server.Overdue
                || failure instanceof Changed
                || notSignedIn(failure);
    }

    private static boolean notSignedIn(IOException failure) {
        return failure instanceof SshException told
                && told.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }

    BridgeError of(Throwable failure) {
        if (Thread.currentThread().isInterrupted() || failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new BridgeError.Cancelled(
                    what + " was given up, since the calling thread was interrupted; resume the run to go on",
                    call.incident());
        }
        return call.check().fold(ended -> ended, open -> meaning(failure));
    }

    private BridgeError meaning(Throwable failure) {
        if (failure instanceof SftpException answered) {
            return answered(answered.getStatus());
        }
        if (failure instanceof Connection.HostKeyRefused refused) {
            return new BridgeError.LocalFailure(
                    told("the server showed the key " + refused.fingerprint()
                            + ", which the settings do not hold; ask the server's owner whether it is theirs,"
                            + " then add it to hostKeys"),
                    call.incident());
        }
        if (failure instanceof Changed) {
            return new BridgeError.Conflict(
                    told("the file changed while it was read; read it again from its start"), call.incident());
        }
        if (failure instanceof IOException io && notSignedIn(io)) {
            return new BridgeError.AccessDenied(
                    told("the account was refused; check user, password and key"), call.incident());
        }
        return lost(failure);
    }

    private BridgeError lost(Throwable failure) {
        if (failure instanceof Server.Overdue) {
            return new BridgeError.DeadlineExceeded(
                    told("no channel became free in time; allow more time or more channels"), call.incident());
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new BridgeError.Unavailable(
                told("the line was lost or never came about ("
                        + cause.getClass().getSimpleName() + "); check host, port and network, then repeat"),
                call.incident(),
                PAUSE);
    }

    private BridgeError answered(int status) {
        String said = "the server answered " + status + " (" + SftpConstants.getStatusName(status) + ")";
        return switch (status) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
                new BridgeError.NotFound(
                        told(said + "; list the files, then name one of them, and check the folder"), call.incident());
            case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
                new BridgeError.AccessDenied(told(said + "; give the account rights to the folder"), call.incident());
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                new BridgeError.Unavailable(told(said + "; repeat later"), call.incident(), PAUSE);
            default ->
                new BridgeError.RejectedBySystem(
                        told(said + "; look at the server's log, its disk and the account's quota"), call.incident());
        };
    }

    private String told(String because) {
        return "Could not " + what + " at " + server + ": " + because;
    }

    /** The file is not the one that was opened. */
    static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("The file changed");
        }
    }
}
