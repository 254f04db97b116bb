// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

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

    /** All that is missing or wrong of a key by which exports are received into Campaign; nothing leaves, so every form will do. Empty when nothing is. */
    public static Seq<Violation> forReceiving(ReconciliationKey key) {
        return key instanceof Declared declared ? field(declared).appendAll(encryption(declared)) : Vector.empty();
    }

    /** All that is missing or wrong for a link of a visitor with a recipient; empty when nothing is. */
    public static Seq<Violation> forLinking(DataSource source) {
        return source.key() instanceof Declared ? common(source) : Vector.of(notDeclared());
    }

    /** All that is missing or wrong for a synchronisation of ids; empty when nothing is. */
    public static Seq<Violation> forSyncing(DataSource visitors, DataSource declared) {
        Seq<Violation> found = forLinking(declared).appendAll(common(visitors));
        return visitors.id() == declared.id()
                ? found.append(violation("id", visitors.id() + " cannot hold visitor ids and declared ids at once"))
                : found;
    }

    /** What the caller should know before a data source that was shared through {@code before} is shared through {@code after}; empty when nothing. */
    public static Option<String> whenSwitching(Integration before, Integration after) {
        return before == Integration.PEOPLE && after == Integration.AUDIENCE_MANAGER
                ? Option.some(
                        "This data source was shared through People before; without help of an Audience Manager consultant the id synchronisations collected so far are lost, so ask for one or synchronise the ids again")
                : Option.none();
    }

    private static Violation notDeclared() {
        return violation(
                "key",
                "A visitor is linked with a declared id; use a data source with a declared key, not a visitor id");
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
        found = found.appendAll(field(key));
        if (key.wire() == KeyForm.PLAIN && key.content() != KeyContent.OPAQUE) {
            found = found.append(violation(
                    "key.wire",
                    "Plain " + key.content()
                            + " must not leave Campaign; use wire form SHA256 or ENCRYPTED (SEMANTICS S18)"));
        }
        if (key.stored() == KeyForm.SHA256 && key.wire() != KeyForm.SHA256) {
            found = found.append(
                    violation("key.stored", "A hashed field cannot travel " + key.wire() + "; use wire form SHA256"));
        }
        return key.stored() == key.wire() ? found : found.appendAll(encryption(key));
    }

    private static Seq<Violation> field(Declared key) {
        return key.field().isBlank()
                ? Vector.of(violation(
                        "key.field", "A declared id needs the recipient's field that holds it, such as email"))
                : Vector.empty();
    }

    private static Seq<Violation> encryption(Declared key) {
        boolean encrypted = key.stored() == KeyForm.ENCRYPTED || key.wire() == KeyForm.ENCRYPTED;
        return encrypted && key.cipher().isEmpty()
                ? Vector.of(violation(
                        "key.cipher", "An encrypted key needs a DeclaredIdCipher with Campaign's key and vector"))
                : Vector.empty();
    }

    /** The cipher that {@link #declared} made sure of. */
    static DeclaredIdCipher cipher(Declared key) {
        return key.cipher()
                .orElseThrow(() -> new IllegalArgumentException(
                        "An encrypted key needs a cipher; check the data source with DataSourceRules first"));
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
