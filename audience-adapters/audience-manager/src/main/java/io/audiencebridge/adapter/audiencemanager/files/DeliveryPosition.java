// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a delivery stands among those of its destination: by its stamp, a full one after the change of the same stamp, since it holds that change too.
 *
 * @param destination whose
 * @param stamp UTC milliseconds since 1970
 * @param full whether it holds all members
 */
record DeliveryPosition(long destination, long stamp, boolean full) implements Comparable<DeliveryPosition> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})/([0-9]{1,18})/(full|iter)");
    private static final Comparator<DeliveryPosition> ORDER =
            Comparator.comparingLong(DeliveryPosition::stamp).thenComparing(DeliveryPosition::full);

    /** Reads {@link #text()}; none when it was written by nobody here. */
    static Option<DeliveryPosition> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Option.of(new DeliveryPosition(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        parts.group(3).equals("full")))
                : Option.none();
    }

    /** The position as text. */
    String text() {
        return destination + "/" + stamp + "/" + (full ? "full" : "iter");
    }

    @Override
    public int compareTo(DeliveryPosition other) {
        return ORDER.compare(this, other);
    }
}
