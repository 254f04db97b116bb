// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which processes that hold leases in a folder still live. Each keeps a lock on a file of its own, and the system lets go of it whatever way the process ends. Not thread-safe:
 * its caller lets one thread of all processes in at a time.
 */
final class LivingProcesses {
    private static final String PID = ProcessHandle.current().pid() + "-";
    private static final String OURS = PID + UUID.randomUUID();

    /** The lock of this process in each folder, while it holds leases there. */
    private static final Map<Path, Sign> SIGNS = new HashMap<>();

    private final Path folder;

    LivingProcesses(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Notes that this process holds {@code lease}; gives the process's sign. */
    String hold(Path lease) throws IOException {
        Sign sign = SIGNS.get(folder);
        if (sign == null) {
            sign = Sign.put(file(OURS));
            SIGNS.put(folder, sign);
        }
        sign.leases.add(lease);
        return OURS;
    }

    /** Notes that this process does not hold {@code lease}. */
    void letGo(Path lease) throws IOException {
        Sign sign = SIGNS.get(folder);
        if (sign != null && sign.leases.remove(lease) && sign.leases.isEmpty()) {
            SIGNS.remove(folder);
            Files.deleteIfExists(file(OURS));
            sign.channel.close();
        }
    }

    /**
     * Whether the process with that sign lives, as far as can be seen. The file of a process with our number is not touched: a lock says nothing to the process that holds it,
     * and looking at the file would give it up.
     */
    boolean isAlive(String process) throws IOException {
        if (process.startsWith(PID)) {
            return true;
        }
        Path file = file(process);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                return true;
            }
            Files.delete(file);
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private Path file(String process) {
        return folder.resolve(process + ".alive");
    }

    /** A locked file, and the leases it stands for. */
    private static final class Sign {
        private final FileChannel channel;
        private final Set<Path> leases = new HashSet<>();

        private Sign(FileChannel channel) {
            this.channel = channel;
        }

        static Sign put(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IOException("Somebody else holds the lock of this process");
            }
            return new Sign(channel);
        }
    }
}
