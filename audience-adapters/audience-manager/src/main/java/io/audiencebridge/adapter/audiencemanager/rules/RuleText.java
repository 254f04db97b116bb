// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rules;

import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** A rule's text while it is read: the token in turn, and what was found wrong so far. One reader, one thread. */
public final class RuleText {
    /** The longest text that is read, in characters: more than 5,000 traits with their counts need. A policy. */
    public static final int LONGEST = 1_000_000;

    private final String subject;
    private final Scanner scanner;
    private Token here;
    private Vector<Violation> complaints = Vector.empty();
    private Vector<Violation> objections = Vector.empty();

    /**
     * A text.
     *
     * @param subject whose it is, as violations name it
     * @param text itself
     */
    public RuleText(String subject, String text) {
        this.subject = subject;
        boolean readable = text.length() <= LONGEST;
        this.scanner = new Scanner(readable ? text : "");
        this.here = scanner.next();
        if (!readable) {
            complain(
                    LONGEST + 1,
                    "the rule has " + text.length() + " characters; " + LONGEST + " is the most that is read");
        }
    }

    /** The token in turn. */
    public Token peek() {
        return here;
    }

    /** The token in turn; the next one's turn comes. */
    public Token take() {
        Token taken = here;
        here = scanner.next();
        return taken;
    }

    /** Takes the token if it is that mark. */
    public boolean takeMark(String mark) {
        boolean there = here.isMark(mark);
        if (there) {
            take();
        }
        return there;
    }

    /** Takes the token if it is that keyword. */
    public boolean takeWord(String keyword) {
        boolean there = here.isWord(keyword);
        if (there) {
            take();
        }
        return there;
    }

    /** The text is no rule. */
    public void complain(int column, String message) {
        complaints = complaints.append(violation(column, message));
    }

    /** The text is a rule, but Audience Manager would refuse it. */
    public void object(int column, String message) {
        objections = objections.append(violation(column, message));
    }

    /** Why it is no rule; empty when it is one. */
    public Seq<Violation> complaints() {
        return complaints;
    }

    /** Why it would be refused although it is a rule, so far. */
    public Seq<Violation> objections() {
        return objections;
    }

    private Violation violation(int column, String message) {
        return new Violation(subject, "column " + column + ": " + message);
    }
}
