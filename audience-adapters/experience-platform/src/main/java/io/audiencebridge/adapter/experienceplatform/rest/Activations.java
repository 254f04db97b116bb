// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.ActivationTimes;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.ExportFrequency;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.experienceplatform.client.ExportTrigger;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads and writes the audiences of a flow. Source: experience-cloud.md, section 4.7, steps 6 and 7. */
final class Activations {
    private static final String TYPE = "PLATFORM_SEGMENT";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Activations() {}

    /** None for a selector of another kind, which is none of ours. */
    static Option<AudienceActivation> read(JsonNode selector) {
        Fields value = new Fields(selector.path("value"));
        return Option.ofOptional(value.text("id")).map(id -> {
            AudienceActivation.Builder read = AudienceActivation.builder()
                    .audience(id)
                    .name(value.text("name").orElse(id))
                    .description(value.text("description").orElse(""))
                    .times(times(value.at("schedule")))
                    .systemSegmentId(value.text("systemSegmentId"))
                    .namespace(value.text("namespace"));
            value.text("filenameTemplate", "fileNameTemplate").ifPresent(read::fileNames);
            constant(ExportMode.values(), value.text("exportMode")).ifPresent(read::mode);
            return read.build();
        });
    }

    /** The selector; what {@code before} says beyond our members is kept. */
    static ObjectNode write(AudienceActivation activation, Option<JsonNode> before) {
        ObjectNode value = before.map(selector -> selector.path("value"))
                .filter(JsonNode::isObject)
                .map(known -> ((ObjectNode) known).deepCopy())
                .getOrElse(() -> new Body().node());
        value.remove("fileNameTemplate");
        value.setAll(members(activation));
        return new Body().text("type", TYPE).with("value", value).node();
    }

    private static ObjectNode members(AudienceActivation activation) {
        Body body = new Body()
                .text("id", activation.audience())
                .text("name", activation.name())
                .text("description", activation.description())
                .text("filenameTemplate", activation.fileNames())
                .text("exportMode", activation.mode().name());
        activation.times().ifPresent(times -> body.with("schedule", schedule(times)));
        return body.text("systemSegmentId", activation.systemSegmentId())
                .text("namespace", activation.namespace())
                .node();
    }

    private static Body schedule(ActivationTimes times) {
        return new Body()
                .text("frequency", times.frequency().name())
                .text("triggerType", times.trigger().name())
                .text("startDate", times.startDate().toString())
                .text("endDate", times.endDate())
                .text("startTime", times.startTime().map(TIME::format));
    }

    /** Empty where anything in it is new to us. */
    private static Optional<ActivationTimes> times(Fields schedule) {
        Optional<ExportFrequency> frequency = constant(ExportFrequency.values(), schedule.text("frequency"));
        return frequency.flatMap(often -> schedule.date("startDate")
                .map(day -> ActivationTimes.builder()
                        .frequency(often)
                        .trigger(constant(ExportTrigger.values(), schedule.text("triggerType"))
                                .orElse(ExportTrigger.SCHEDULED))
                        .startDate(day)
                        .endDate(schedule.date("endDate"))
                        .startTime(schedule.text("startTime").flatMap(Activations::time))
                        .build()));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, Optional<String> text) {
        return text.flatMap(name ->
                Vector.of(all).find(one -> one.name().equalsIgnoreCase(name)).toJavaOptional());
    }
}
