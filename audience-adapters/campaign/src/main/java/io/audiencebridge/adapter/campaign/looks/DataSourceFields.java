// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/** Holds an AMC data source to the request's data source, field by field. What they disagree on keeps Campaign's own workflows from matching anybody. */
public final class DataSourceFields {
    private final Situation situation;
    private final AmcDataSource theirs;
    private final DataSource ours;

    /** {@code theirs} is Campaign's, {@code ours} the request's. */
    public DataSourceFields(Situation situation, AmcDataSource theirs, DataSource ours) {
        this.situation = situation;
        this.theirs = theirs;
        this.ours = ours;
    }

    /** Every disagreement; one outcome that all is well if there is none. */
    public Seq<CheckOutcome> look() {
        Seq<CheckOutcome> wrong = kind().isDefined()
                ? Vector.ofAll(kind()).appendAll(dimension())
                : Vector.of(dimension(), key(), form(), destination()).flatMap(each -> each);
        return wrong.isEmpty()
                ? Vector.of(situation.met(
                        Documented.DATA_SOURCE_FIELDS,
                        "AMC data source '" + theirs.name()
                                + "' agrees with the request in kind, key, form, dimension and destination."))
                : wrong;
    }

    private Option<CheckOutcome> kind() {
        boolean visitor = situation.isByVisitor();
        return Option.when(
                theirs.visitor() != visitor,
                () -> disagreement(
                        Certainty.SEEN,
                        "is matched by " + word(theirs.visitor()) + ", the request by " + word(visitor),
                        "Choose the kind of the AMC data source that Audience Manager's data source has."));
    }

    private static String word(boolean visitor) {
        return visitor ? "visitor id" : "declared id";
    }

    private Option<CheckOutcome> dimension() {
        String schema = theirs.targetSchema();
        return Option.when(
                !schema.isBlank() && !schema.equals(DataSource.RECIPIENTS),
                () -> disagreement(
                        Certainty.SEEN,
                        "has the target dimension '" + schema + "'",
                        "Choose Recipients (" + DataSource.RECIPIENTS + ") as its target dimension."));
    }

    private Option<CheckOutcome> key() {
        return declared()
                .filter(key -> !bare(key.field()).equals(bare(theirs.reconciliationKey())))
                .map(
                        key -> disagreement(
                                Certainty.LIKELY,
                                "reconciles by '" + theirs.reconciliationKey() + "', the request by '" + key.field()
                                        + "'",
                                "Enter the field that holds the ids of this data source as reconciliation key, on both sides the same."));
    }

    private Option<CheckOutcome> form() {
        return declared().flatMap(key -> {
            String algorithm = theirs.hashAlgorithm().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            boolean none = algorithm.isEmpty() || algorithm.equals("NONE");
            KeyForm form = none ? key.stored() : KeyForm.SHA256;
            boolean known = none || algorithm.equals("SHA256");
            return Option.when(
                    !known || form != key.wire(),
                    () -> disagreement(
                            known ? Certainty.SEEN : Certainty.LIKELY,
                            "has the hash algorithm '" + theirs.hashAlgorithm() + "' over a field that is stored "
                                    + key.stored() + ", but ids travel " + key.wire(),
                            "Choose the hash algorithm by which the ids reach Audience Manager."));
        });
    }

    private Option<CheckOutcome> destination() {
        if (situation.isExport()) {
            return Option.none();
        }
        long id = theirs.destinationId();
        if (id <= 0) {
            return Option.some(disagreement(
                    Certainty.SEEN,
                    "has no AAM Destination ID, so that Campaign does not know whose files are its own",
                    "Enter the id of Audience Manager's destination for Campaign."));
        }
        return Option.when(
                ours.destinationId().isPresent() && ours.destinationId().getAsLong() != id,
                () -> disagreement(
                        Certainty.LIKELY,
                        "has the AAM Destination ID " + id + ", the request "
                                + ours.destinationId().getAsLong(),
                        "Enter the id of the destination to which the segment is mapped, on both sides the same."));
    }

    private CheckOutcome disagreement(Certainty certainty, String what, String remedy) {
        return situation.found(
                Documented.DATA_SOURCE_FIELDS,
                situation.ofWorkflows(),
                certainty,
                "AMC data source '" + theirs.name() + "' " + what + ".",
                remedy);
    }

    private Option<Declared> declared() {
        return ours.key() instanceof Declared key ? Option.some(key) : Option.none();
    }

    private static String bare(String path) {
        return path.strip().replaceAll("^\\[(.*)]$", "$1").replace("@", "");
    }
}
