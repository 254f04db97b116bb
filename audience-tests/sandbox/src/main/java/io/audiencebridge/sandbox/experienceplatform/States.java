// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sandbox.experienceplatform.people.Audience;
import java.util.LinkedHashMap;
import java.util.Map;

/** The share of {@code GET /state}. */
final class States {
    private States() {}

    static Map<String, Object> of(Tenant tenant) {
        return tenant.with(() -> {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put(
                    "platformAudiences",
                    tenant.people().audiences().stream().map(States::audience).toList());
            state.put(
                    "platformRuns",
                    tenant.exporter().runs().all().stream().map(States::run).toList());
            state.put("platformFilesOnTheWay", tenant.exporter().shipments().onTheWay());
            return state;
        });
    }

    private static Map<String, Object> audience(Audience audience) {
        return Map.of(
                "id", audience.id(),
                "name", audience.name(),
                "members", audience.members().toList());
    }

    private static Map<String, Object> run(Run run) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", run.id());
        view.put("flowId", run.destination());
        view.put("audienceId", run.audience());
        view.put("started", run.startedAt().toString());
        run.completedAt().ifPresent(at -> view.put("completed", at.toString()));
        run.failure().ifPresent(why -> view.put("failure", why));
        view.put("rows", run.rows());
        view.put("skipped", run.skipped());
        view.put("files", run.files().stream().map(Run.RunFile::name).toList());
        return view;
    }
}
