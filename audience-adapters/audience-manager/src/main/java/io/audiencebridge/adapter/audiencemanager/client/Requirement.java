// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.rules.Shape;

/** What a program must keep to when it builds a rule by hand; a reader never comes here with less. */
final class Requirement {
    static final String TOO_DEEP = "a rule has at most " + Shape.DEEPEST + " nodes above one another";

    private Requirement() {}

    static void that(boolean kept, String sentence) {
        if (!kept) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
