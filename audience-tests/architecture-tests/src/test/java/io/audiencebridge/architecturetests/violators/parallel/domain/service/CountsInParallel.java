// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.parallel.domain.service;

import java.util.List;

/** A deliberate violator. */
public final class CountsInParallel {
    long count(List<String> names) {
        return names.parallelStream().filter(String::isBlank).count();
    }
}
