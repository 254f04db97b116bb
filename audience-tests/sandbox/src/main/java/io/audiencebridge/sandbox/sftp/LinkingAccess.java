// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.sftp;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Set;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** Moves files as OpenSSH's server does: by a link and a removal, so that a move never replaces a file, whoever else is moving one there. */
final class LinkingAccess implements SftpFileSystemAccessor {
    private final SftpFaults faults;

    LinkingAccess(SftpFaults faults) {
        this.faults = faults;
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        if (Files.isDirectory(from)) {
            Files.move(from, to);
            return;
        }
        Files.createLink(to, from);
        Files.delete(from);
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        return faults.cut(SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes));
    }
}
