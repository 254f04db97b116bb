// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * A name that may be looked at only so often while a pattern is matched. A template of several macros that stand for any text tries every way to divide a name
 * among them, which for a long name in somebody else's hand would never end.
 */
final class PatientText implements CharSequence {
    private static final int MOST_LOOKS = 5_000_000;

    private final String text;
    private final int[] looks;

    PatientText(String text) {
        this(text, new int[1]);
    }

    private PatientText(String text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new PatientText(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The name was looked at too often. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
