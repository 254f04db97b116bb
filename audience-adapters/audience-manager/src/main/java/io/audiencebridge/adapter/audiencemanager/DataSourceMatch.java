// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Whether a data source in Audience Manager is what the caller takes it for. What an answer does not say is not held against it. */
final class DataSourceMatch {
    private DataSourceMatch() {}

    static Seq<Violation> violations(DataSource wanted, DataSourceFacts facts) {
        return code(wanted, facts)
                .appendAll(wanted.key() instanceof Visitor ? visitor(wanted, facts) : declared(wanted, facts));
    }

    private static Vector<Violation> code(DataSource wanted, DataSourceFacts facts) {
        String expected = wanted.integrationCode().map(Object::toString).orElse("");
        boolean same = expected.isEmpty()
                || facts.integrationCode().filter(expected::equals).isPresent();
        return same
                ? Vector.empty()
                : one(
                        "integrationCode",
                        "data source " + wanted.id() + " has "
                                + facts.integrationCode()
                                        .map(code -> "'" + code + "'")
                                        .orElse("none")
                                + ", not '" + expected + "'; correct the code or the id");
    }

    /** Ids of persons are of type cross-device; any other type would drop rows whose id was never seen. */
    private static Vector<Violation> declared(DataSource wanted, DataSourceFacts facts) {
        return facts.idType()
                .filter(type -> !type.equals(DataSourceDraft.CROSS_DEVICE))
                .map(type -> one(
                        "id",
                        "data source " + wanted.id() + " holds ids of type " + type
                                + "; a declared id needs a data source of type Cross-Device"))
                .orElse(Vector.empty())
                .appendAll(readable(wanted, facts));
    }

    /** A merge rule can read only what is marked for it (SEMANTICS S21). */
    private static Vector<Violation> readable(DataSource wanted, DataSourceFacts facts) {
        return facts.supportsAuthenticatedProfile().orElse(true)
                ? Vector.empty()
                : one(
                        "id",
                        "data source " + wanted.id()
                                + " is not used as authenticated profile, so that no merge rule reads it and nobody of it shows; tick that in its settings");
    }

    /** Rows carry Experience Cloud IDs, so that must be the inbound id key (SEMANTICS S9). */
    private static Vector<Violation> visitor(DataSource wanted, DataSourceFacts facts) {
        if (facts.idType().filter(DataSourceDraft.CROSS_DEVICE::equals).isPresent()) {
            return one(
                    "id",
                    "data source " + wanted.id()
                            + " is of type Cross-Device; a visitor id needs one whose inbound id key is Experience Cloud ID");
        }
        return facts.visitorIdVersion().orElse(1) > 0
                ? Vector.empty()
                : one(
                        "id",
                        "data source " + wanted.id()
                                + " expects another inbound id than the Experience Cloud ID; choose that in its inbound settings");
    }

    private static Vector<Violation> one(String field, String message) {
        return Vector.of(new Violation("dataSource." + field, message));
    }
}
