// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import java.util.ArrayList;
import java.util.List;

/** The secrets that are good for the credential: one, or two while one replaces the other. Thread-safe. Source: experience-cloud.md, section 1.11. */
final class ImsSecrets {
    private static final int MOST = 2;

    private final String first;
    private final List<String> living = new ArrayList<>();

    ImsSecrets(String first) {
        this.first = first;
        living.add(first);
    }

    synchronized boolean accepts(String secret) {
        return living.contains(secret);
    }

    synchronized void add(String secret) {
        if (living.size() == MOST) {
            throw new IllegalStateException("A credential has two secrets at most; drop one first");
        }
        living.add(secret);
    }

    synchronized void drop(String secret) {
        living.remove(secret);
    }

    synchronized int count() {
        return living.size();
    }

    synchronized void reset() {
        living.clear();
        living.add(first);
    }
}
