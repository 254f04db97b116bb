// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** A journal that stands by itself, with what belongs to it. A later ability is an interface that a store also implements. Safe for use by several threads. */
public interface JournalStore extends AutoCloseable {
    /** The runs. */
    Journal journal();

    /** Who works on what. */
    Leases leases();

    /** The runs, a page at a time. */
    RunPages pages();

    /** Lets go of what it holds open; what is written stays. */
    @Override
    void close();
}
