// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

/** A piece of XML that is written anew each time, element by element, so that a batch of rows needs no object a row. */
@FunctionalInterface
public interface Markup {
    /** No element. */
    Markup NOTHING = out -> {};

    /** Writes itself: whole elements only. */
    void write(MarkupWriter out);
}
