// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file as a whole: after a crash there is the old one or the new one. */
final class WholeFile {
    private static final String DRAFT = "draft-";
    private static final String UNFINISHED = ".tmp";

    private WholeFile() {}

    /** Whether it is a file that was not finished. */
    static boolean isDraft(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(DRAFT) && name.endsWith(UNFINISHED);
    }

    static void write(Path file, ByteBuffer content) throws IOException {
        write(file, channel -> {
            while (content.hasRemaining()) {
                channel.write(content);
            }
        });
    }

    /** The same, for content that is too long to be held as bytes. */
    static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("No folder to write to");
        }
        PrivateFolders.create(folder);
        Path draft = Files.createTempFile(folder, DRAFT, UNFINISHED);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                content.into(channel);
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What a file will hold. */
    @FunctionalInterface
    interface Content {
        /** Writes all of it. */
        void into(FileChannel file) throws IOException;
    }
}
