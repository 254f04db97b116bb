// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.parallel.adapter.campaign;

import java.util.stream.IntStream;

public final class AddsInParallel {
    int sum() {
        return IntStream.range(0, 9).parallel().sum();
    }
}
