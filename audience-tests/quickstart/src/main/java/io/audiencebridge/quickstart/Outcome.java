// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.sharing.Receipt;
import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/**
 * What the journey led to.
 *
 * @param exported the receipt of the share
 * @param imported the receipt of the import
 * @param list the title of the list imported into
 * @param listed how many people Campaign says are in it now, or -1
 * @param outbound the files that came back, oldest first, with their sizes in bytes
 * @param inbound the sizes in bytes of the files sent, by name
 */
record Outcome(
        Receipt exported,
        Receipt imported,
        String list,
        long listed,
        Map<String, Long> outbound,
        Map<String, Long> inbound) {
    /** The sizes in bytes of the files sent, by the names that the receipt tells. */
    java.util.Map<String, Long> sizes() {
        return Vector.ofAll(exported.files())
                .flatMap(file ->
                        inbound.find(stored -> stored._1().endsWith(file)).map(stored -> Tuple.of(file, stored._2())))
                .toJavaMap(pair -> pair);
    }
}
