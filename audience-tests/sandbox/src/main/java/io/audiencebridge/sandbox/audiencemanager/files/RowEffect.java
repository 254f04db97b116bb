// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.util.Set;

/**
 * What a row does to whoever it is of, the same for every row with the same items.
 *
 * @param adds the traits to be given
 * @param removes the traits to be taken
 * @param signals how many pairs it brings
 * @param unused how many of them hit no rule
 * @param failed traits that are none of the target data source's onboarded ones
 * @param tooYoung traits that were not live when the file arrived
 * @param sound whether the items could be read
 * @param bare whether there are no items at all
 */
record RowEffect(
        Set<Long> adds,
        Set<Long> removes,
        int signals,
        int unused,
        int failed,
        int tooYoung,
        boolean sound,
        boolean bare) {
    boolean isNothing() {
        return adds.isEmpty() && removes.isEmpty();
    }
}
