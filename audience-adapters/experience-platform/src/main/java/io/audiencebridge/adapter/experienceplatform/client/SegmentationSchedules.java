// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** When audiences are evaluated and exported by themselves. Source: Experience Platform, "Schedules API". Blocks; safe for use by several threads. */
public interface SegmentationSchedules {
    /** All of them. */
    Pages<SegmentationSchedule> list(CallOptions options);
}
