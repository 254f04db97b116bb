// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationSchedule;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationSchedules;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Schedules, for whoever calls Platform directly. */
final class ScheduleClient implements SegmentationSchedules {
    private final Ups<SegmentationSchedule> schedules;

    ScheduleClient(PlatformClient client, UpsPages pages) {
        this.schedules = new Ups<>(client, pages, "config/schedules", ScheduleClient::read, SegmentationSchedule::id);
    }

    @Override
    public Pages<SegmentationSchedule> list(CallOptions options) {
        return schedules.list(options.begin());
    }

    private static Either<BridgeError, SegmentationSchedule> read(JsonNode node, Call call) {
        Fields fields = new Fields(node);
        return fields.required("a schedule", call, "id")
                .map(id -> SegmentationSchedule.builder()
                        .id(id)
                        .name(fields.text("name").orElse(""))
                        .type(fields.text("type"))
                        .cron(fields.text("schedule"))
                        .active(fields.text("state")
                                .map("active"::equalsIgnoreCase)
                                .orElse(true))
                        .build());
    }
}
