// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

/** Ids of one kind, numbered in the order of their arrival. Not thread-safe. */
public interface Ids {
    /** How many there are. */
    int size();

    /** The number of an id; a new one is added. */
    int add(byte[] bytes, int from, int to);

    /** The number of an id, or -1. */
    int find(byte[] bytes, int from, int to);

    /** Copies an id to where there is room for it, and says how long it is. */
    int copy(int number, byte[] target, int at);

    /** How many bytes an id has. */
    int length(int number);

    /** An id as text. */
    String text(int number);
}
