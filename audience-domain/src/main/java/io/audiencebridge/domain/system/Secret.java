// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.system;

import java.util.Arrays;

/**
 * A password, client secret or access key that cannot print itself.
 *
 * <p>{@link #toString()} never shows the value, and equality compares in constant time. {@link #close()} overwrites the characters; after that
 * {@link #reveal()} fails. Safe for use by several threads.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;
    private boolean cleared;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** A secret with a copy of {@code value}; the caller may overwrite its own array afterwards. */
    public static Secret of(char[] value) {
        return new Secret(value.clone());
    }

    /** A secret from text; prefer {@link #of(char[])} where the source is an array. */
    public static Secret of(String value) {
        return new Secret(value.toCharArray());
    }

    /**
     * The value, for the one place that puts it on the wire.
     *
     * @throws IllegalStateException if the secret was closed
     */
    public synchronized String reveal() {
        if (cleared) {
            throw new IllegalStateException("This secret was cleared; create a new one");
        }
        return new String(characters);
    }

    /** Whether there is nothing in it. */
    public synchronized boolean isEmpty() {
        return characters.length == 0;
    }

    /** Whether it was closed, so that {@link #reveal()} fails. */
    public synchronized boolean isClosed() {
        return cleared;
    }

    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        cleared = true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && sameCharacters(copy(), that.copy());
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }

    private synchronized char[] copy() {
        return characters.clone();
    }

    private static boolean sameCharacters(char[] one, char[] two) {
        int difference = one.length ^ two.length;
        for (int i = 0; i < Math.min(one.length, two.length); i++) {
            difference |= one[i] ^ two[i];
        }
        return difference == 0;
    }
}
