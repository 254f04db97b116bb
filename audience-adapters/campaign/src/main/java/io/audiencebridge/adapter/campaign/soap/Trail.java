// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.util.HashMap;
import java.util.Map;

/** The places where values stand below one another, each as a text that is made once, since all rows have the same few. Not thread-safe. */
final class Trail {
    /** Places that are remembered; a server that thinks up new names for every row must not fill the memory. */
    private static final int MOST = 512;

    private final Trail top;
    private final String path;
    private final Map<String, Trail> inner = new HashMap<>();
    private int made;

    /** The row itself. */
    Trail() {
        this.top = this;
        this.path = "";
    }

    private Trail(Trail outer, String name) {
        this.top = outer.top;
        this.path = outer.isRow() ? name : outer.path + "/" + name;
    }

    boolean isRow() {
        return top == this;
    }

    /** Such as {@code folder/label}; empty for the row itself. */
    String path() {
        return path;
    }

    /** The place of the attribute {@code name}. */
    String attribute(String name) {
        return isRow() ? name : in(name).path;
    }

    /** The place of the element {@code name}. */
    Trail in(String name) {
        Trail known = inner.get(name);
        if (known == null) {
            known = new Trail(this, name);
            if (++top.made <= MOST) {
                inner.put(name, known);
            }
        }
        return known;
    }
}
