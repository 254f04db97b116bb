// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is on the SFTP server and what goes wrong there, without the wire. Names are below the account's home. Safe for use by several threads. */
public final class SandboxSftp {
    private final SftpFolder folder;
    private final SftpFaults faults;

    SandboxSftp(SftpFolder folder, SftpFaults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** The names of all files, those that are being written too. */
    public List<String> names() {
        return folder.names();
    }

    /** The bytes of a file. */
    public byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not read '" + name + "'", e);
        }
    }

    /** Writes a file, and the folders that lead to it, replacing one of that name. */
    public void write(String name, byte[] content) {
        Path file = folder.file(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write '" + name + "'", e);
        }
    }

    /** Removes a file; right also when it was not there. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not delete '" + name + "'", e);
        }
    }

    /** Drops the connection of a request instead of answering it, {@code times} times, once {@code after} requests have passed. */
    public void dropLine(int after, int times) {
        faults.drop(after, times);
    }

    /** Does the next moves, and drops the connection before it acknowledges them. */
    public void dropLineAfterMoves(int times) {
        faults.forgetMoves(times);
    }

    /** Lets every file end after its first bytes for who reads it, while its size stays. */
    public void cutFilesAt(long bytes) {
        faults.cutAt(bytes);
    }

    /** Lets nothing go wrong any more. */
    public void clearFaults() {
        faults.clear();
    }
}
