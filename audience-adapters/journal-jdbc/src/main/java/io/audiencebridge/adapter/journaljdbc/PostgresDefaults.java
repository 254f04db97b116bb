// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL's driver is told where an address says nothing of it. */
final class PostgresDefaults {
    private static final Pattern HOSTS = Pattern.compile("(?i)jdbc:postgresql://([^/?]*).*");

    private PostgresDefaults() {}

    /** An encrypted, checked line to other machines; no wait for a server that is gone that outlasts a lease. */
    static Map<String, String> of(String url) {
        String small = url.toLowerCase(Locale.ROOT);
        Map<String, String> defaults = new TreeMap<>();
        if (!small.startsWith("jdbc:postgresql:")) {
            return defaults;
        }
        defaults.put("connectTimeout", "10");
        defaults.put("socketTimeout", "30");
        defaults.put("tcpKeepAlive", "true");
        if (!isHere(url) && !small.contains("ssl=")) {
            defaults.put("sslmode", "verify-full");
        }
        defaults.keySet().removeIf(name -> small.contains(name.toLowerCase(Locale.ROOT) + "="));
        return defaults;
    }

    /** An address without a host is this machine. */
    private static boolean isHere(String url) {
        Matcher hosts = HOSTS.matcher(url);
        return !hosts.matches()
                || Arrays.stream(hosts.group(1).split(",", -1))
                        .map(host -> host.replaceFirst(":[0-9]*$", ""))
                        .allMatch(host -> host.isEmpty()
                                || host.equalsIgnoreCase("localhost")
                                || host.equals("[::1]")
                                || host.matches("127\\.[0-9.]+"));
    }
}
