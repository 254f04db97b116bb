// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.AmcNames;
import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.domain.error.Violation;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Finds every mistake in the settings of the integration's objects; their names end up in expressions. */
final class IntegrationCheck {
    private static final String ATTRIBUTE = "[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*";
    private static final String SCHEMA = "[a-z][a-z0-9]{1,7}:[A-Za-z][A-Za-z0-9]*";
    private static final String INTERNAL_NAME = "[A-Za-z_][A-Za-z0-9_.-]{0,127}";

    private IntegrationCheck() {}

    static Seq<Violation> of(CampaignSettings settings) {
        return names(settings.amcNames())
                .appendAll(Vector.ofAll(settings.exportWorkflow().stream())
                        .flatMap(name -> workflow("exportWorkflow", name)))
                .appendAll(Vector.ofAll(settings.bulk().stream()).flatMap(IntegrationCheck::bulk));
    }

    private static Vector<Violation> names(AmcNames names) {
        return Vector.of(
                        Tuple.of("dataSourceId", names.dataSourceId()),
                        Tuple.of("destinationId", names.destinationId()),
                        Tuple.of("targetSchema", names.targetSchema()),
                        Tuple.of("reconciliationKey", names.reconciliationKey()),
                        Tuple.of("hashAlgorithm", names.hashAlgorithm()),
                        Tuple.of("type", names.type()),
                        Tuple.of("listIsShared", names.listIsShared()),
                        Tuple.of("listAudienceId", names.listAudienceId()),
                        Tuple.of("listAudience", names.listAudience()),
                        Tuple.of("listDataSource", names.listDataSource()))
                .flatMap(IntegrationCheck::attribute)
                .appendAll(unless(
                        names.schema().matches(SCHEMA),
                        "amcNames.schema",
                        "'" + names.schema() + "' must be a schema's name, such as nms:amcDataSource"));
    }

    private static Vector<Violation> attribute(Tuple2<String, String> name) {
        return unless(
                name._2.matches(ATTRIBUTE),
                "amcNames." + name._1,
                "'" + name._2 + "' must be an attribute's plain name, without @");
    }

    private static Vector<Violation> bulk(BulkSettings bulk) {
        return workflow("bulk.extractWorkflow", bulk.extractWorkflow())
                .appendAll(workflow("bulk.loadWorkflow", bulk.loadWorkflow()))
                .appendAll(atLeastOne("bulk.recipientsFrom", bulk.recipientsFrom()))
                .appendAll(atLeastOne("bulk.changesFrom", bulk.changesFrom()));
    }

    private static Vector<Violation> workflow(String setting, String name) {
        return unless(
                name.matches(INTERNAL_NAME),
                setting,
                "'" + name + "' must be the internal name of a workflow, such as WKF12");
    }

    private static Vector<Violation> atLeastOne(String setting, long value) {
        return unless(value >= 1, setting, value + " must be at least 1");
    }

    private static Vector<Violation> unless(boolean sound, String setting, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("campaign." + setting, message));
    }
}
