// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.util.Map;
import java.util.UUID;

/** The form of the ids of a data source. Source: audience-manager.md, sections 1.1, 1.3 and 4.4. */
public enum IdKind {
    /** Audience Manager's own ids of devices: 38 digits. */
    AAM_UUID,
    /** Experience Cloud IDs: 38 digits. */
    ECID,
    /** Device ids as UUIDs in lower case. */
    LOWER_UUID,
    /** Device ids as UUIDs in upper case. */
    UPPER_UUID,
    /** Device ids of letters, digits and hyphens. */
    ALPHANUMERIC,
    /** Ids that the customer chose: no colon, neither plain nor encoded. */
    CUSTOMER;

    private static final int DIGITS = 38;
    private static final int UUID = 36;
    private static final Map<Long, IdKind> GLOBAL = Map.of(
            20914L, LOWER_UUID,
            20915L, UPPER_UUID,
            121963L, LOWER_UUID,
            389146L, ALPHANUMERIC,
            963906L, ALPHANUMERIC,
            488258L, LOWER_UUID,
            1171485L, LOWER_UUID,
            1171489L, ALPHANUMERIC);

    public static boolean isGlobal(long dataSource) {
        return GLOBAL.containsKey(dataSource);
    }

    public static IdKind ofGlobal(long dataSource) {
        return GLOBAL.getOrDefault(dataSource, CUSTOMER);
    }

    /** Whether it names a device by 38 digits. */
    public boolean isDigits() {
        return this == AAM_UUID || this == ECID;
    }

    /** Whether the bytes are such an id. */
    public boolean fits(byte[] bytes, int from, int to) {
        if (from == to) {
            return false;
        }
        return switch (this) {
            case AAM_UUID, ECID -> to - from == DIGITS && all(bytes, from, to, '0', '9', '0', '9');
            case LOWER_UUID -> uuid(bytes, from, to, 'a', 'f');
            case UPPER_UUID -> uuid(bytes, from, to, 'A', 'F');
            case ALPHANUMERIC -> alphanumeric(bytes, from, to);
            case CUSTOMER -> customer(bytes, from, to);
        };
    }

    private static boolean all(byte[] bytes, int from, int to, char low, char high, char low2, char high2) {
        for (int i = from; i < to; i++) {
            if (!in(bytes[i], low, high) && !in(bytes[i], low2, high2)) {
                return false;
            }
        }
        return true;
    }

    private static boolean in(byte value, char low, char high) {
        return value >= low && value <= high;
    }

    private static boolean uuid(byte[] bytes, int from, int to, char low, char high) {
        if (to - from != UUID) {
            return false;
        }
        for (int i = 0; i < UUID; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            byte value = bytes[from + i];
            if (hyphen ? value != '-' : !in(value, '0', '9') && !in(value, low, high)) {
                return false;
            }
        }
        return true;
    }

    private static boolean alphanumeric(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean letter = in(bytes[i], 'a', 'z') || in(bytes[i], 'A', 'Z');
            if (!letter && !in(bytes[i], '0', '9') && bytes[i] != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean customer(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean encoded = bytes[i] == '%'
                    && i + 2 < to
                    && bytes[i + 1] == '3'
                    && (bytes[i + 2] == 'A' || bytes[i + 2] == 'a');
            if (bytes[i] == ':' || encoded) {
                return false;
            }
        }
        return true;
    }
}
