// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.util.function.UnaryOperator;

/**
 * Something that may have happened to one side's keys, and how both sides are made to look alike again.
 *
 * @param name short and fixed, for programs
 * @param member makes a member's key, as it was read, comparable; an empty text for one that it is not about
 * @param recipient makes a recipient's key, as it is stored, comparable; likewise
 * @param seen what is wrong, and on which side, in a sentence
 * @param remedy what to do, in a sentence
 */
record Transformation(
        String name, UnaryOperator<String> member, UnaryOperator<String> recipient, String seen, String remedy) {
    /** Of the members' side. */
    static Transformation ofMembers(
            String name, UnaryOperator<String> member, UnaryOperator<String> recipient, String seen, String remedy) {
        return new Transformation(name, member, recipient, "The audience's ids " + seen + ".", remedy + ".");
    }

    /** Of the recipients' side. */
    static Transformation ofRecipients(
            String name, UnaryOperator<String> member, UnaryOperator<String> recipient, String seen, String remedy) {
        return new Transformation(name, member, recipient, "The recipients' field " + seen + ".", remedy + ".");
    }
}
