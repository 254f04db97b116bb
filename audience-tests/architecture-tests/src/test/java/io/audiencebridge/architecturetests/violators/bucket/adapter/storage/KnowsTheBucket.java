// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.bucket.adapter.storage;

import software.amazon.awssdk.regions.Region;

public final class KnowsTheBucket {
    Object region = Region.EU_WEST_1;
}
