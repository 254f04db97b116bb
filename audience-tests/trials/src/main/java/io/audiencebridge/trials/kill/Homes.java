// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What is in home folders beside the journal: two of the same content remember the same people. */
final class Homes {
    private Homes() {}

    /** A digest of ledger, memberships and event states, whatever the runs are called, and how many files the journal has. */
    static String remembered(Path home) throws IOException {
        StringBuilder told = new StringBuilder();
        for (String part : List.of("ledger", "memberships", "events")) {
            told.append(part).append(' ').append(digests(home.resolve(part))).append(' ');
        }
        return told.append("runs ")
                .append(files(home.resolve("journal")).size())
                .toString();
    }

    /** Whether anything was begun in {@code home}. */
    static boolean knowsRuns(Path home) throws IOException {
        return !files(home.resolve("journal")).isEmpty();
    }

    private static List<String> digests(Path folder) throws IOException {
        List<Path> files = files(folder);
        String[] digests = new String[files.size()];
        for (int i = 0; i < digests.length; i++) {
            digests[i] = digest(Files.readAllBytes(files.get(i)));
        }
        return Stream.of(digests).sorted().toList();
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Drafts that a killed process left are no part of what is remembered. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".tmp"))
                    .toList();
        }
    }
}
