// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What a data source must have for its kind, checked before anything is sent. */
public final class DataSourceRules {
    private DataSourceRules() {}

    /** All that is missing or wrong for a share of members out of Campaign; empty when nothing is. */
    public static Seq<Violation> forSharing(DataSource source) {
        return common(source).appendAll(mergeRule(source));
    }

    /** All that is missing or wrong for an import into Campaign; empty when nothing is. */
    public static Seq<Violation> forImport(DataSource source) {
        Seq<Violation> found = common(source);
        if (source.destinationId().isEmpty()) {
            return found.append(
                    violation(
                            "destinationId",
                            "An import reads what Audience Manager delivers to a destination; give the AAM Destination ID that Campaign's AMC data source shows"));
        }
        return found;
    }

    private static Seq<Violation> common(DataSource source) {
        Vector<Violation> found = Vector.empty();
        if (source.id() <= 0) {
            found = found.append(violation(
                    "id",
                    source.id()
                            + " is no data source id; Campaign shows 0 until Adobe has provisioned the data source"));
        }
        if (!source.targetingDimension().equals(DataSource.RECIPIENTS)) {
            found = found.append(violation(
                    "targetingDimension",
                    "'" + source.targetingDimension() + "' is not supported; use " + DataSource.RECIPIENTS));
        }
        return source.key() instanceof Declared declared ? found.appendAll(declared(declared)) : found;
    }

    private static Seq<Violation> declared(Declared key) {
        Vector<Violation> found = Vector.empty();
        if (key.field().isBlank()) {
            found = found.append(
                    violation("key.field", "A declared id needs the recipient's field that holds it, such as email"));
        }
        if (key.wire() == KeyForm.PLAIN && key.content() != KeyContent.OPAQUE) {
            found = found.append(violation(
                    "key.wire",
                    "Plain " + key.content() + " must not leave Campaign; use wire form SHA256 (SEMANTICS S18)"));
        }
        if (key.stored() == KeyForm.SHA256 && key.wire() == KeyForm.PLAIN) {
            found = found.append(violation("key.stored", "A hashed field cannot travel plain; use wire form SHA256"));
        }
        return found;
    }

    private static Seq<Violation> mergeRule(DataSource source) {
        if (source.key() instanceof Declared && source.mergeRuleDataSourceId().isEmpty()) {
            return Vector.of(
                    violation(
                            "mergeRuleDataSourceId",
                            "A segment shared by declared id stays empty without a Last Authenticated merge rule for this data source; create one in Audience Manager and give its data source id (SEMANTICS S21)"));
        }
        return Vector.empty();
    }

    private static Violation violation(String field, String message) {
        return new Violation("dataSource." + field, message);
    }
}
