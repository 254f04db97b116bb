// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import com.sun.management.ThreadMXBean;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.TextKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Where a way of hashing takes its commands: {@code verify} answers the digest of all its hashes, {@code time} nanoseconds and bytes allocated. Arguments: side,
 * members. What it hashes is ready before the clock runs, in the form it likes best.
 */
public final class HashDesk {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int HASH_BYTES = 32;
    private static final int DIGITS = 2 * HASH_BYTES;

    private HashDesk() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Way way = way(arguments[0], new Members(Integer.parseInt(arguments[1]), true));
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                System.out.println(command.equals("verify") ? digest(way) : time(way));
                System.out.flush();
            }
        }
    }

    private static String digest(Way way) throws GeneralSecurityException {
        MessageDigest digest = Wire.sha256();
        way.hash((hash, length) -> digest.update(hash, 0, length));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String time(Way way) throws GeneralSecurityException {
        System.gc();
        long[] sum = new long[1];
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        way.hash((hash, length) -> sum[0] += hash[length - 1]);
        long nanos = System.nanoTime() - begun;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (sum[0] == 0) {
            throw new IllegalStateException("nothing was hashed");
        }
        return nanos + " " + allocated;
    }

    private static Way way(String name, Members members) {
        return switch (name) {
            case "ours" -> translator(members);
            case "naive" -> text(members, Wire.pasted());
            case "hexformat" -> text(members, Wire.hashed());
            case "digest" -> floor(members);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Way translator(Members members) {
        List<TextKeys> batches = members.batches();
        KeyTranslator translator = KeyTranslator.storedToWire(members.source().key());
        byte[] wire = new byte[KeyTranslator.LONGEST];
        return taking -> {
            for (TextKeys batch : batches) {
                for (int row = 0; row < batch.size(); row++) {
                    taking.take(wire, translator.translate(batch.text(), batch.start(row), batch.end(row), wire));
                }
            }
        };
    }

    /** What is taken is the text's bytes, since the others' are; that costs next to nothing beside the hashing. */
    private static Way text(Members members, Wire wire) {
        List<String> mails = members.texts();
        byte[] bytes = new byte[DIGITS];
        return taking -> {
            for (String mail : mails) {
                String hash = wire.of(mail);
                for (int i = 0; i < DIGITS; i++) {
                    bytes[i] = (byte) hash.charAt(i);
                }
                taking.take(bytes, DIGITS);
            }
        };
    }

    /** Of e-mails that are normalised; digits are written for comparison, but not while the clock runs. */
    private static Way floor(Members members) {
        List<byte[]> mails = members.texts().stream()
                .map(mail -> mail.trim().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toList();
        MessageDigest digest = Wire.sha256();
        byte[] hash = new byte[HASH_BYTES];
        return new Way() {
            private boolean looked;

            @Override
            public void hash(Taking taking) throws DigestException {
                for (byte[] mail : mails) {
                    digest.update(mail);
                    digest.digest(hash, 0, HASH_BYTES);
                    if (looked) {
                        taking.take(hash, HASH_BYTES);
                    } else {
                        taking.take(HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII), DIGITS);
                    }
                }
                looked = true;
            }
        };
    }

    /** Hashes all e-mails once. */
    private interface Way {
        void hash(Taking taking) throws DigestException;
    }

    /** Takes {@code hash[0, length)}. */
    private interface Taking {
        void take(byte[] hash, int length);
    }
}
