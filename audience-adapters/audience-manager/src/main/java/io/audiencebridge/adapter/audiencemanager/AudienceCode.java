// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.spi.connector.AudienceOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The integration code of what we create for an audience: the same for the same title and data source, so that a repeat finds it. */
final class AudienceCode {
    private static final String PREFIX = "audience-bridge-";
    private static final int BYTES = 12;

    private AudienceCode() {}

    /** Letters, digits and hyphens only, since it becomes part of an address. */
    static String of(AudienceOrder order) {
        byte[] digest = sha256().digest(order.title().getBytes(StandardCharsets.UTF_8));
        return PREFIX + order.dataSource().id() + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
    }

    /** Whether a code is one that a share gave. */
    static boolean isOurs(String code) {
        return code.startsWith(PREFIX);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
