// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.time.LocalDate;
import java.time.LocalTime;

/** An audience that a destination exports: when, under which names, and whether in full. Immutable. Source: experience-cloud.md, sections 4.3 and 4.5. */
public final class Activation {
    /** The default pattern of names. */
    public static final String TEMPLATE = "%DESTINATION_NAME%_segment%SEGMENT_ID%_%DATETIME(YYYYMMddHHmmss)%";

    private final String audience;
    private final String template;
    private final boolean incremental;
    private final Schedule schedule;

    private Activation(String audience, String template, boolean incremental, Schedule schedule) {
        this.audience = audience;
        this.template = template;
        this.incremental = incremental;
        this.schedule = schedule;
    }

    /** A full export every day at 00:00 UTC under the default names. */
    public static Activation of(String audience) {
        return new Activation(
                audience, TEMPLATE, false, Schedule.of(Frequency.DAILY, LocalDate.EPOCH, LocalTime.MIDNIGHT));
    }

    /** The same under other names. */
    public Activation template(String names) {
        return new Activation(audience, names, incremental, schedule);
    }

    /** The same, in full each time. */
    public Activation full(Schedule times) {
        return new Activation(audience, template, false, times);
    }

    /** The same, in full once and then only what changed. */
    public Activation incremental(Schedule times) {
        return new Activation(audience, template, true, times);
    }

    /** The same, in full once and then only what changed, that often from 00:00 UTC on. */
    public Activation incremental(Frequency frequency) {
        return incremental(Schedule.of(frequency, LocalDate.EPOCH, LocalTime.MIDNIGHT));
    }

    String audience() {
        return audience;
    }

    String template() {
        return template;
    }

    boolean isIncremental() {
        return incremental;
    }

    Schedule schedule() {
        return schedule;
    }
}
