// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the keys of a crowd are. */
enum Keys {
    /** Visitor ids: 38 digits. */
    ECID,
    /** SHA-256 hashes on either side, as hexadecimal digits. */
    SHA256,
    /** Plain ids of a company's own. */
    DECLARED;

    private static final long SEED = 20_261_126;
    private static final int DIGITS = 19;

    static Keys of(String option) {
        return switch (option) {
            case "ecid" -> ECID;
            case "sha256" -> SHA256;
            case "declared" -> DECLARED;
            default -> throw new Benchmark.Refused("--keys is one of ecid, sha256 and declared, not '" + option + "'");
        };
    }

    /** The key that people have by the number. */
    String text(long number) {
        return switch (this) {
            case ECID -> half(mix(number)) + half(mix(~number));
            case SHA256 -> HexFormat.of().formatHex(hash(number));
            case DECLARED -> "CRM-" + Long.toString(mix(number) >>> 1, Character.MAX_RADIX);
        };
    }

    /** By which key the bridge matches. */
    ReconciliationKey key() {
        return switch (this) {
            case ECID -> new ReconciliationKey.Visitor();
            case SHA256 ->
                ReconciliationKey.Declared.builder()
                        .field("hash")
                        .stored(KeyForm.SHA256)
                        .wire(KeyForm.SHA256)
                        .build();
            case DECLARED -> ReconciliationKey.Declared.builder().field("id").build();
        };
    }

    /** Bits that look random, always the same for a number. */
    static long mix(long bits) {
        long mixed = (bits + SEED) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    private static byte[] hash(long number) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String half(long bits) {
        String digits = Long.toString(bits & Long.MAX_VALUE);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
