// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.meters.adapter.campaign;

import io.micrometer.Meters;

public interface KnowsTheMeters {
    Meters meters();
}
