// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.audiencebridge.adapter.experienceplatform.client.ActivationTimes;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.ExportFrequency;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.experienceplatform.client.ExportTrigger;
import io.audiencebridge.adapter.experienceplatform.client.FileNameTemplate;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.LocalTime;

/** What the documented rules have against an activation. Source: experience-cloud.md, section 4.5. */
final class ActivationCheck {
    private final PlatformGuardrails guardrails;

    ActivationCheck(PlatformGuardrails guardrails) {
        this.guardrails = guardrails;
    }

    Seq<Violation> check(AudienceActivation activation) {
        return unless(!activation.audience().isBlank(), "audience", "is empty; give the audience's id")
                .appendAll(template(activation.fileNames()))
                .appendAll(unless(
                        activation.times().isPresent(), "times", "are missing; say when the audience is exported"))
                .appendAll(Vector.ofAll(activation.times().stream()).flatMap(times -> times(times, activation.mode())));
    }

    private static Vector<Violation> template(String names) {
        BridgeError none = BridgeError.NotFound.of("");
        BridgeError wrong = FileNameTemplate.parse(names).fold(error -> error, sound -> none);
        return unless(wrong == none, "fileNames", wrong.message());
    }

    private Vector<Violation> times(ActivationTimes times, ExportMode mode) {
        return frequency(times.frequency(), mode)
                .appendAll(trigger(times, mode))
                .appendAll(unless(
                        times.startTime().map(ActivationCheck::isFullHour).orElse(true),
                        "times.startTime",
                        times.startTime().map(LocalTime::toString).orElse("") + " must be a full hour, such as 20:00"))
                .appendAll(end(times));
    }

    private Vector<Violation> frequency(ExportFrequency frequency, ExportMode mode) {
        boolean isSlow = frequency
                .interval()
                .map(interval -> interval.compareTo(guardrails.shortestInterval()) >= 0)
                .orElse(true);
        return unless(
                        frequency.suits(mode),
                        "times.frequency",
                        frequency + " does not go with " + mode
                                + "; full exports are made once, daily, weekly or monthly, incremental ones daily or every 3, 6, 8 or 12 hours")
                .appendAll(unless(
                        isSlow,
                        "times.frequency",
                        frequency + " is more often than every " + guardrails.shortestInterval()));
    }

    private static Vector<Violation> trigger(ActivationTimes times, ExportMode mode) {
        boolean scheduled = times.trigger() == ExportTrigger.SCHEDULED;
        return unless(
                        scheduled || mode == ExportMode.DAILY_FULL_EXPORT,
                        "times.trigger",
                        times.trigger() + " goes with full exports only; use SCHEDULED")
                .appendAll(unless(
                        scheduled == times.startTime().isPresent(),
                        "times.startTime",
                        scheduled
                                ? "is missing; an export that the clock starts needs a full hour"
                                : "does not go with " + times.trigger() + "; leave it out"));
    }

    private static Vector<Violation> end(ActivationTimes times) {
        boolean isLater =
                times.endDate().map(end -> end.isAfter(times.startDate())).orElse(true);
        return unless(
                        times.endDate().isEmpty() || times.frequency() != ExportFrequency.ONCE,
                        "times.endDate",
                        "does not go with a single export; leave it out")
                .appendAll(unless(
                        isLater,
                        "times.endDate",
                        "must be after " + times.startDate() + ", since the last day is excluded"));
    }

    private static boolean isFullHour(LocalTime time) {
        return time.getMinute() == 0 && time.getSecond() == 0 && time.getNano() == 0;
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("activation." + subject, message));
    }
}
