// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.util.Locale;

/**
 * A column of an export.
 *
 * @param source the path of an attribute, {@code identityMap.<namespace>}, or the status or time of the {@code segmentMembership}
 * @param header its name in the first line
 */
record Column(String source, String header) {
    private static final String IDENTITIES = "identityMap.";

    /** Source: experience-cloud.md, section 4.4: dots become underscores. */
    static String plain(String source) {
        return source.replace('.', '_');
    }

    boolean isStatus() {
        return ofMembership("status");
    }

    boolean isTime() {
        return ofMembership("lastqualificationtime");
    }

    private boolean ofMembership(String end) {
        String path = source.toLowerCase(Locale.ROOT);
        return path.startsWith("segmentmembership") && path.endsWith(end);
    }

    boolean isIdentity() {
        return source.startsWith(IDENTITIES);
    }

    /** The namespace of an identity. */
    String namespace() {
        return source.substring(IDENTITIES.length());
    }
}
