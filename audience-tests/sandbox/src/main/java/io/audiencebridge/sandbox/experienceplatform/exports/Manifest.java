// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/** The file that names the files of a run with their sizes. Source: experience-cloud.md, section 4.10. */
final class Manifest {
    private Manifest() {}

    static String name(Run run) {
        return "manifest-" + run.destination() + "-" + run.id() + ".json";
    }

    static byte[] content(Run run, Target target) {
        ObjectNode manifest = JsonNodeFactory.instance
                .objectNode()
                .put("flowRunId", run.id())
                .put(
                        "scheduledTime",
                        run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        ArrayNode results = manifest.putArray("exportResults");
        String path = target.folder().startsWith("/") ? target.folder() : "/" + target.folder();
        run.files()
                .forEach(file -> results.addObject()
                        .put("sinkPath", path)
                        .put("name", file.name())
                        .put("size", file.size()));
        return manifest.toString().getBytes(StandardCharsets.UTF_8);
    }
}
