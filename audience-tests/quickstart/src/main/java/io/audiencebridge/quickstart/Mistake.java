// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.vavr.collection.Seq;

/**
 * An option that cannot be used.
 *
 * @param given the option as it was given, such as {@code -Dpeople=none}
 * @param problem what is wrong with it and what is allowed
 */
record Mistake(String given, String problem) {
    static final String ALLOWED = """
            Options, all of them optional:
              -Dpeople=N                    made-up people, 1 to 10000000; 100000 by default
              -Drecipients=FILE.csv         people of your own; header recipientId,email,declaredId,visitorIds,
                                            visitor ids separated by |, UTF-8
              -DkeyedBy=visitor|declared    by which ids people are matched; visitor by default
              -Dfield=declaredId|email      the field of a declared id; declaredId by default
              -Dform=plain|sha256           how a declared id travels; plain by default, email only as sha256
              -Daudience=FILE               an outbound file of Audience Manager, plain or gzip, to import instead
              -Dsegment=ID                  which segment of that file, where it names several
              -Dreport=FILE                 writes the counts as JSON
            """;

    /** All mistakes, then what is allowed. */
    static String explain(Seq<Mistake> mistakes) {
        String head = mistakes.size() == 1 ? "One option is wrong:" : mistakes.size() + " options are wrong:";
        return mistakes.map(mistake -> "  " + mistake.given() + " " + mistake.problem() + "\n")
                .mkString(head + "\n", "", "\n" + ALLOWED);
    }
}
