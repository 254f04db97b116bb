// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.OptionalLong;

/**
 * The files of one delivery.
 *
 * @param names at least one, all with the same root
 */
record OutboundSet(Seq<OutboundName> names) {
    String root() {
        return names.head().root();
    }

    boolean isFull() {
        return names.head().full();
    }

    long stamp() {
        return names.head().stamp();
    }

    boolean isOf(long master) {
        return names.head().master().equals(OptionalLong.of(master));
    }

    /** The transfer-control file, if it is there. */
    Option<OutboundName> control() {
        return names.find(OutboundName::control);
    }

    /** The files with rows, by their numbers. */
    Seq<OutboundName> data() {
        return names.reject(OutboundName::control).sortBy(OutboundName::part);
    }
}
