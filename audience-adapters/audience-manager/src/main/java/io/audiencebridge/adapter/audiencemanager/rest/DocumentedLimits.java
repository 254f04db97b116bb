// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import java.util.Optional;

/** Limits that a single call can be held to before it is made. Source: Audience Manager, "Usage limits", "Derived signals", "Create a URL destination". */
final class DocumentedLimits {
    static final int NAME = 255;
    static final int CODE = 255;
    static final int SIGNAL = 228;
    static final int TRAITS_OF_A_SEGMENT = 5000;
    static final int FOLDER_DEPTH = 5;

    private DocumentedLimits() {}

    static Vector<Violation> name(String name) {
        return when(
                name.isBlank() || tooLong(name, NAME) || name.chars().anyMatch(Character::isISOControl),
                "name",
                "needs 1 to " + NAME + " characters and no control character");
    }

    static Vector<Violation> code(Optional<String> code) {
        return when(
                code.filter(text -> text.isBlank()
                                || tooLong(text, CODE)
                                || text.chars().anyMatch(Character::isISOControl))
                        .isPresent(),
                "integrationCode",
                "needs 1 to " + CODE + " characters and no control character");
    }

    static Vector<Violation> positive(String subject, long id) {
        return when(id <= 0, subject, id + " is no number; take it from the list");
    }

    static Vector<Violation> when(boolean wrong, String subject, String message) {
        return wrong ? Vector.of(new Violation(subject, message)) : Vector.empty();
    }

    private static boolean tooLong(String text, int most) {
        return text.codePointCount(0, text.length()) > most;
    }
}
