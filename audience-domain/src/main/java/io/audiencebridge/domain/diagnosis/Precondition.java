// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.ConnectionName;

/**
 * Names what must hold for members to arrive, as the protocol pages number it.
 *
 * @param name short and fixed, for programs: the page and its row, such as {@code campaign.P5}
 * @param fact what is documented, in one sentence
 * @param source where: the page and the section, such as {@code campaign 1.2}
 * @param stage where on the way that members take
 */
public record Precondition(String name, String fact, String source, Stage stage) {
    /** A precondition of the audience that members are carried to. */
    public Precondition(String name, String fact, String source) {
        this(name, fact, source, Stage.AUDIENCE);
    }

    /** It holds there; {@code seen} says in a sentence what was seen. */
    public CheckOutcome met(ConnectionName connection, String seen) {
        return new CheckOutcome.Met(this, connection, seen);
    }

    /** It could not be looked at there; {@code because} says in a sentence why, and how the reader can look. */
    public CheckOutcome unseen(ConnectionName connection, String because) {
        return new CheckOutcome.Unseen(this, connection, because);
    }

    /** It does not hold there; what was seen, expected and can be done is still to be said. */
    public Finding.Builder found(ConnectionName connection, Severity severity, Certainty certainty) {
        return Finding.builder()
                .precondition(this)
                .connection(connection)
                .severity(severity)
                .certainty(certainty);
    }

    @Override
    public String toString() {
        return name;
    }
}
