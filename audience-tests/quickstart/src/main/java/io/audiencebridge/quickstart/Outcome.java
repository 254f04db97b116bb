// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.sharing.Receipt;
import io.vavr.collection.Map;

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
        Map<String, Long> inbound) {}
