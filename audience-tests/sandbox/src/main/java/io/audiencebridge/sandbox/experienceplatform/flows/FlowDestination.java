// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.ExportSettings;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a flow's document means for its exports. Source: experience-cloud.md, sections 4.2 to 4.7. */
final class FlowDestination {
    private static final Set<String> OPTIONS =
            Set.of("delimiter", "quote", "escape", "emptyValue", "nullValue", "compression", "header", "encoding");
    private static final List<String> MEMBERSHIP = List.of(
            "segmentMembership.seg_namespace.seg_id.status",
            "segmentMembership.seg_namespace.seg_id.lastQualificationTime");

    private final Specs specs;
    private final MappingSets mappings;
    private final ExportSettings settings;
    private final FlowTarget targets;

    FlowDestination(Specs specs, MappingSets mappings, ExportSettings settings, FlowTarget targets) {
        this.specs = specs;
        this.mappings = mappings;
        this.settings = settings;
        this.targets = targets;
    }

    /**
     * A destination for the exporter.
     *
     * @param target the target connection
     * @param base its base connection
     */
    Destination of(ObjectNode flow, JsonNode target, JsonNode base) {
        JsonNode params = target.path("params");
        Destination.Builder destination = Destination.named(flow.path("name").asText())
                .to(target(params, base))
                .manifest(params.path("includeFileManifest").asBoolean())
                .enabled(flow.path("state").asText("enabled").equals("enabled"))
                .rowsPerFile(settings.rowsPerFile());
        options(params, destination);
        publicKey(base, destination);
        JsonNode transform = flow.path("transformations").path(0).path("params");
        columns(transform, specs.isOld(Entity.spec((ObjectNode) target)), destination);
        rules(transform, destination);
        selectors(transform, "segmentSelectors").forEach(value -> activation(value, destination));
        return destination.build();
    }

    private Target target(JsonNode params, JsonNode base) {
        return targets.of(params, base.path("auth").path("params"));
    }

    private static Stream<JsonNode> selectors(JsonNode transform, String kind) {
        return transform.path(kind).path("selectors").valueStream().map(selector -> selector.path("value"));
    }

    private static void options(JsonNode params, Destination.Builder destination) {
        Stream.of(params, params.path("csvOptions"))
                .flatMap(object -> object.properties().stream())
                .filter(option -> OPTIONS.contains(option.getKey()))
                .forEach(option ->
                        destination.csv(option.getKey(), option.getValue().asText()));
    }

    /** UNVERIFIED: where the key stands; it is Base64 of the armored text. */
    private static void publicKey(JsonNode base, Destination.Builder destination) {
        Stream.of(base.path("encryption").path("params"), base.path("auth").path("params"))
                .map(params -> params.path("publicKey").asText())
                .filter(key -> !key.isEmpty())
                .findFirst()
                .ifPresent(key -> destination.publicKey(
                        new String(Base64.getMimeDecoder().decode(key), StandardCharsets.US_ASCII)));
    }

    private void columns(JsonNode transform, boolean old, Destination.Builder destination) {
        selectors(transform, "profileSelectors").forEach(value -> {
            JsonNode mapping = value.path("mapping");
            String source = mapping.path("source").asText(value.path("path").asText());
            column(source, mapping.path("destination").asText(source), old, destination);
        });
        List<JsonNode> mapped = mappings.mappings(
                transform.path("profileMapping").path("mappingId").asText());
        mapped.forEach(mapping -> column(
                mapping.path("source").asText(), mapping.path("destination").asText(), old, destination));
        if (!old && !mapped.isEmpty()) {
            MEMBERSHIP.forEach(source -> column(source, source, false, destination));
        }
    }

    private void column(String source, String name, boolean old, Destination.Builder destination) {
        String path = source.toLowerCase(Locale.ROOT);
        boolean status = path.startsWith("segmentmembership") && path.endsWith("status");
        String header = old ? name.replace('.', '_') : name;
        destination.column(source, status && !settings.statusHeader().isEmpty() ? settings.statusHeader() : header);
    }

    /** UNVERIFIED: whether they stand beside the selectors or with the profiles'. */
    private static void rules(JsonNode transform, Destination.Builder destination) {
        for (JsonNode place : List.of(transform, transform.path("profileSelectors"))) {
            place.path("mandatoryFields").forEach(field -> destination.mandatory(field.asText()));
            List<JsonNode> keys = place.path("primaryFields").valueStream().toList();
            Optional<JsonNode> identity = keys.stream()
                    .filter(key -> key.path("fieldType").asText().equals("IDENTITY"))
                    .findFirst();
            if (identity.isPresent()) {
                destination.uniqueByIdentity(
                        identity.get().path("identityNamespace").asText());
            } else if (!keys.isEmpty()) {
                destination.uniqueBy(keys.stream()
                        .map(key -> key.path("attributePath").asText())
                        .toArray(String[]::new));
            }
        }
    }

    private void activation(JsonNode value, Destination.Builder destination) {
        Activation activation = Activation.of(value.path("id").asText());
        String template = value.path("filenameTemplate")
                .asText(value.path("fileNameTemplate").asText());
        activation = template.isEmpty() ? activation : activation.template(template);
        boolean incremental = value.path("exportMode").asText().startsWith("FIRST_FULL");
        destination.audience(
                incremental
                        ? activation.incremental(FlowSchedule.of(value, settings.evaluationAt()))
                        : activation.full(FlowSchedule.of(value, settings.evaluationAt())));
    }
}
