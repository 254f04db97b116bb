// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rules;

import io.vavr.collection.Seq;

/**
 * How a syntax tree is put together.
 *
 * @param <T> the tree
 */
public interface Shape<T> {
    /** How many parentheses may stand inside one another, and nodes above one another: no sensible rule comes near, and a stack bears it. A policy. */
    int DEEPEST = 100;

    /** All of them, two or more. */
    T all(Seq<T> parts);

    /** At least one of them, two or more. */
    T any(Seq<T> parts);

    /** Not that one. */
    T not(T rule);
}
