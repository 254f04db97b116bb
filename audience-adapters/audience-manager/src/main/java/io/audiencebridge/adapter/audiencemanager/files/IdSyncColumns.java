// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncOrder;
import io.audiencebridge.adapter.audiencemanager.client.UserIds;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Whether the columns of an id-sync file go together. */
final class IdSyncColumns {
    private IdSyncColumns() {}

    static Seq<Violation> violations(IdSyncOrder order) {
        Vector<IdSyncOrder.Column> columns = Vector.ofAll(order.columns());
        Vector<Violation> violations = columns.size() >= 2
                ? Vector.empty()
                : Vector.of(wrong("a row maps at least two ids; name two data sources"));
        if (columns.map(IdSyncOrder.Column::dataSource).distinct().size() != columns.size()) {
            violations = violations.append(wrong("a data source stands twice; name each once"));
        }
        if (columns.exists(column -> column.dataSource() < 0)) {
            violations = violations.append(
                    wrong("a data source's id (DPID) is not negative; 0 stands for Audience Manager's own ids"));
        }
        if (columns.exists(column -> column.dataSource() == 0 && column.ids() != UserIds.VISITOR_ID)) {
            violations =
                    violations.append(wrong("data source 0 holds Audience Manager's own ids; give VISITOR_ID for it"));
        }
        return order.kind() == IdSyncFileName.Kind.C2C_ID ? violations.appendAll(people(columns)) : violations;
    }

    /** UNVERIFIED: documents allow device ids only in the first column, and show ids of customers there. */
    static Seq<String> notices(IdSyncOrder order) {
        boolean device = order.kind() == IdSyncFileName.Kind.C2C_ID
                || order.columns().get(0).isDevice();
        return device
                ? Vector.empty()
                : Vector.of(
                        "Data source " + order.columns().get(0).dataSource()
                                + ", the first column, holds no device ids; Audience Manager's documents ask for device ids there and yet show others, so look at the receipt");
    }

    private static Vector<Violation> people(Vector<IdSyncOrder.Column> columns) {
        boolean fits = columns.size() == 2
                && columns.get(0).ids() == UserIds.DECLARED_ID
                && columns.get(1).ids() == UserIds.HASHED_ID;
        return fits
                ? Vector.empty()
                : Vector.of(
                        wrong(
                                "a file for people-based destinations has two columns: ids of customers (DECLARED_ID) and hashed e-mail addresses (HASHED_ID)"));
    }

    private static Violation wrong(String message) {
        return new Violation("columns", message);
    }
}
