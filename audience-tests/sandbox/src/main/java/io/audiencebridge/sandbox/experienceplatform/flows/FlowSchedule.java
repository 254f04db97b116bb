// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Schedule;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/** The schedule of an audience in a flow, and what is allowed in it. Source: experience-cloud.md, section 4.5. UNVERIFIED: the texts of refusals. */
final class FlowSchedule {
    private static final Set<String> FULL = Set.of("ONCE", "DAILY", "WEEKLY", "MONTHLY");
    private static final Set<String> INCREMENTAL =
            Set.of("DAILY", "EVERY_3_HOURS", "EVERY_6_HOURS", "EVERY_8_HOURS", "EVERY_12_HOURS");

    private FlowSchedule() {}

    /** Of a segment selector's value; {@code evaluated} is when audiences are evaluated. */
    static Schedule of(JsonNode value, LocalTime evaluated) {
        JsonNode json = value.path("schedule");
        check(value, json);
        try {
            boolean evaluation = json.path("triggerType").asText().equals("AFTER_SEGMENT_EVAL");
            LocalTime time = evaluation
                    ? evaluated
                    : LocalTime.parse(json.path("startTime").asText("00:00"));
            Schedule schedule = Schedule.of(
                    Frequency.valueOf(json.path("frequency").asText()),
                    LocalDate.parse(json.path("startDate").asText()),
                    time);
            String end = json.path("endDate").asText();
            return end.isEmpty() ? schedule : schedule.until(LocalDate.parse(end));
        } catch (DateTimeException e) {
            throw Problem.flows(400, "Invalid date or time in the schedule");
        }
    }

    private static void check(JsonNode value, JsonNode schedule) {
        String mode = value.path("exportMode").asText();
        String frequency = schedule.path("frequency").asText();
        boolean incremental = mode.equals("FIRST_FULL_THEN_INCREMENTAL");
        boolean evaluation = schedule.path("triggerType").asText().equals("AFTER_SEGMENT_EVAL");
        require(incremental || mode.equals("DAILY_FULL_EXPORT"), "Invalid exportMode [" + mode + "]");
        require(
                (incremental ? INCREMENTAL : FULL).contains(frequency),
                "Invalid frequency [" + frequency + "] for exportMode [" + mode + "]");
        require(!(incremental && evaluation), "AFTER_SEGMENT_EVAL is for full exports");
        require(!(evaluation && schedule.has("startTime")), "startTime cannot be given with AFTER_SEGMENT_EVAL");
        require(schedule.path("startTime").asText("00:00").matches("\\d{2}:00"), "The minutes of startTime must be 00");
        require(!(frequency.equals("ONCE") && schedule.has("endDate")), "endDate cannot be given with ONCE");
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw Problem.flows(400, message);
        }
    }
}
