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
    /**
     * The deliveries among {@code names}. A transfer-control file that stands alone under the other word, full or iter, belongs to the delivery that has none:
     * documents show such a pair.
     */
    static Seq<OutboundSet> of(Seq<OutboundName> names) {
        Seq<OutboundSet> all =
                names.groupBy(OutboundName::root).values().map(OutboundSet::new).toVector();
        Seq<OutboundSet> alone = all.reject(OutboundSet::hasData);
        return all.filter(OutboundSet::hasData)
                .map(set -> set.control().isDefined()
                        ? set
                        : alone.find(other -> other.twin().equals(set.twin()))
                                .flatMap(OutboundSet::control)
                                .map(set::with)
                                .getOrElse(set))
                .appendAll(alone.reject(other -> all.exists(set ->
                        set.hasData() && set.control().isEmpty() && set.twin().equals(other.twin()))));
    }

    /** Where the delivery stands among others. */
    DeliveryPosition position(long destination) {
        return new DeliveryPosition(destination, stamp(), isFull());
    }

    String root() {
        return names.head().root();
    }

    boolean isFull() {
        return names.head().full();
    }

    String twin() {
        return names.head().twin();
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

    /** The set with the transfer-control file of another as its own. */
    OutboundSet with(OutboundName control) {
        return new OutboundSet(names.append(control));
    }

    /** Whether files with rows are there. */
    boolean hasData() {
        return names.exists(name -> !name.control());
    }

    /** The files with rows, by their numbers. */
    Seq<OutboundName> data() {
        return names.reject(OutboundName::control).sortBy(OutboundName::part);
    }
}
