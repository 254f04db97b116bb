// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import java.util.List;
import java.util.stream.Stream;

/** Scopes as text. IMS wants commas; people also write blanks, as plain OAuth does. */
final class ScopeList {
    private ScopeList() {}

    static List<String> read(String text) {
        return Stream.of(text.split("[,\\s]+", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }
}
