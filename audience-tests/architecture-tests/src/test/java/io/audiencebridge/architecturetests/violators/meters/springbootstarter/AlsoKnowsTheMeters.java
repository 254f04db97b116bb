// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.meters.springbootstarter;

import io.micrometer.Meters;

public interface AlsoKnowsTheMeters {
    Meters meters();
}
