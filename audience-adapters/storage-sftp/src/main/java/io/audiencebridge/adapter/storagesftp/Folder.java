// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import org.apache.sshd.sftp.client.impl.SftpInputStreamAsync;
import org.apache.sshd.sftp.client.impl.SftpOutputStreamAsync;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The steps that exchanging files needs, each of which may be repeated: doing it twice does no more than doing it once. */
final class Folder implements AutoCloseable {
    /** Bytes of one request; what every server takes. */
    private static final int PACKET = 32 << 10;

    private final Server server;
    private final RemoteNames names;
    private final int blockBytes;

    Folder(Server server, SftpSettings settings) {
        this.server = server;
        this.names = new RemoteNames(settings.folder());
        this.blockBytes = settings.blockBytes();
    }

    RemoteNames names() {
        return names;
    }

    int blockBytes() {
        return blockBytes;
    }

    /** The finished files in and below {@code start}; links are not followed. */
    Either<BridgeError, Vector<RemoteFile>> walk(String start, Call call) {
        return send("list the files in", start, call, channel -> {
            Vector<RemoteFile> files = Vector.empty();
            Vector<String> folders = Vector.of(start);
            while (!folders.isEmpty()) {
                String folder = folders.head();
                folders = folders.tail();
                for (SftpClient.DirEntry entry : entries(channel, folder)) {
                    String path = folder + "/" + entry.getFilename();
                    if (entry.getAttributes().isDirectory() && !isDots(entry.getFilename())) {
                        folders = folders.append(path);
                    } else if (entry.getAttributes().isRegularFile() && !RemoteNames.isDraft(entry.getFilename())) {
                        files = files.append(RemoteFile.of(path, entry.getAttributes()));
                    }
                }
            }
            return files;
        });
    }

    private static boolean isDots(String name) {
        return name.equals(".") || name.equals("..");
    }

    /** A folder below the exchange's own that is not there is an empty one. */
    private Vector<SftpClient.DirEntry> entries(SftpClient channel, String folder) throws IOException {
        try (CloseableHandle handle = channel.openDir(folder)) {
            Vector<SftpClient.DirEntry> entries = Vector.empty();
            for (var more = channel.readDir(handle); more != null; more = channel.readDir(handle)) {
                entries = entries.appendAll(more);
            }
            return entries;
        } catch (SftpException missing) {
            if (isMissing(missing) && !folder.equals(names.folder())) {
                return Vector.empty();
            }
            throw missing;
        }
    }

    /** The file at {@code path}; none when there is nothing, or something that is no file. */
    Either<BridgeError, Option<RemoteFile>> find(String path, Call call) {
        return send(
                "look at",
                path,
                call,
                channel -> attributes(channel, path)
                        .filter(Attributes::isRegularFile)
                        .map(found -> RemoteFile.of(path, found)));
    }

    private static Option<Attributes> attributes(SftpClient channel, String path) throws IOException {
        try {
            return Option.of(channel.lstat(path));
        } catch (SftpException missing) {
            if (isMissing(missing)) {
                return Option.none();
            }
            throw missing;
        }
    }

    /** Fills {@code into} with the bytes of {@code file} from {@code from} on. Right: how many, as many as there are. */
    Either<BridgeError, Integer> read(RemoteFile file, long from, byte[] into, Call call) {
        int wanted = (int) Math.min(into.length, file.size() - from);
        return send("read", file.path(), call, channel -> {
            CloseableHandle handle = channel.open(file.path(), Set.of(OpenMode.Read));
            try (InputStream bytes = new SftpInputStreamAsync(
                    (AbstractSftpClient) channel, PACKET, from, from + wanted, file.path(), handle)) {
                if (!file.sameAs(channel.stat(handle))) {
                    throw new Refusal.Changed();
                }
                return full(bytes.readNBytes(into, 0, wanted), wanted);
            }
        });
    }

    /** A short answer is a lost line, not the end of the file. */
    private static int full(int read, int wanted) throws IOException {
        if (read < wanted) {
            throw new IOException("The server gave " + read + " of " + wanted + " bytes");
        }
        return read;
    }

    /** Writes a block of a draft at its place, and the folders that lead there. */
    Either<BridgeError, Integer> write(String draft, long at, byte[] block, int length, Call call) {
        return send("write", draft, call, channel -> {
            if (at == 0) {
                makeFolders(channel, RemoteNames.parent(draft));
            }
            SftpOutputStreamAsync bytes = new SftpOutputStreamAsync(
                    (AbstractSftpClient) channel,
                    PACKET,
                    draft,
                    channel.open(draft, Set.of(OpenMode.Write, OpenMode.Create)));
            bytes.setOffset(at);
            try (OutputStream open = bytes) {
                open.write(block, 0, length);
            }
            return length;
        });
    }

    /** The exchange's own folder is not made: one that appears on the way would hide a disk that is not mounted. */
    private void makeFolders(SftpClient channel, String folder) throws IOException {
        if (folder.equals(names.folder()) || attributes(channel, folder).isDefined()) {
            return;
        }
        makeFolders(channel, RemoteNames.parent(folder));
        try {
            channel.mkdir(folder);
        } catch (SftpException maybeThere) {
            if (attributes(channel, folder).isEmpty()) {
                throw maybeThere;
            }
        }
    }

    /** Gives a draft its name. Right: whether it has it now; false when something of that name is there. */
    Either<BridgeError, Boolean> move(String draft, String path, Call call) {
        return send("finish", path, call, channel -> {
            if (attributes(channel, path).isDefined()) {
                return false;
            }
            try {
                channel.rename(draft, path);
                return true;
            } catch (SftpException refused) {
                if (attributes(channel, path).isDefined()) {
                    return false;
                }
                throw refused;
            }
        });
    }

    Either<BridgeError, String> delete(String path, Call call) {
        return send("delete", path, call, channel -> {
            if (attributes(channel, path).exists(found -> !found.isDirectory())) {
                remove(channel, path);
            }
            return path;
        });
    }

    private static void remove(SftpClient channel, String path) throws IOException {
        try {
            channel.remove(path);
        } catch (SftpException gone) {
            if (!isMissing(gone)) {
                throw gone;
            }
        }
    }

    private static boolean isMissing(SftpException answer) {
        return answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                || answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
    }

    private <T> Either<BridgeError, T> send(String deed, String path, Call call, Server.Step<T> step) {
        return server.send(deed + " '" + path + "'", call, step);
    }

    @Override
    public void close() {
        server.close();
    }
}
