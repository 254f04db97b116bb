// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** Names of those who hold leases: so that people find the process, and no two have the same. */
final class Holder {
    private static final int ENOUGH = 8;

    private Holder() {}

    /** A new name that begins with {@code name}, or where that is empty with this process's number and machine. */
    static String named(String name) {
        String begin = name.isEmpty() ? ProcessHandle.current().pid() + "@" + machine() : name;
        return begin + "#" + UUID.randomUUID().toString().substring(0, ENOUGH);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this-machine";
        }
    }
}
