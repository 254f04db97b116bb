// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.adapter.campaign.integration.AmcDataSourceRecords;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Looks at the AMC data source that stands for the request's data source, and at whether the package is there that brings such records. */
public final class DataSourceLook {
    private static final String WHERE = " under Administration, Platform, AMC Data sources";

    private final Either<BridgeError, Seq<AmcDataSource>> all;
    private final String schema;

    private DataSourceLook(Either<BridgeError, Seq<AmcDataSource>> all, String schema) {
        this.all = all;
        this.schema = schema;
    }

    /** Reads them once; {@code schema} is what they are called. */
    public static DataSourceLook read(AmcDataSourceRecords records, String schema, Call call) {
        return new DataSourceLook(records.all(call), schema);
    }

    /** Whether the package is there, as far as can be told. */
    public boolean isInstalled() {
        return !(all.isLeft() && all.getLeft() instanceof BridgeError.NotFound);
    }

    /** The package. */
    public CheckOutcome installed(Situation situation) {
        if (all.isRight()) {
            return situation.met(Documented.PACKAGE, "The instance has the schema '" + schema + "' that it brings.");
        }
        return isInstalled()
                ? situation.unseen(Documented.PACKAGE, all.getLeft())
                : situation.found(
                        Documented.PACKAGE,
                        situation.ofWorkflows(),
                        Certainty.LIKELY,
                        "The instance has no schema '" + schema + "'.",
                        "Install the package under Tools, Advanced, Import package; if it is there, give the schema's name in amcNames.");
    }

    /** The one that stands for the data source, if it is the only one. */
    public Option<AmcDataSource> one(long id) {
        Seq<AmcDataSource> standing = of(id);
        return standing.size() == 1 ? standing.headOption() : Option.none();
    }

    private Seq<AmcDataSource> of(long id) {
        return all.getOrElse(Vector.empty()).filter(source -> source.dataSourceId() == id);
    }

    /** Whether exactly one stands for the data source. */
    public Seq<CheckOutcome> there(Situation situation, long id) {
        if (all.isLeft()) {
            String because =
                    "AMC data sources could not be read: " + all.getLeft().message();
            return Vector.of(
                    situation.unseen(Documented.PROVISIONED, because),
                    situation.unseen(Documented.DATA_SOURCE, because));
        }
        Seq<AmcDataSource> standing = of(id);
        if (standing.isEmpty()) {
            return absent(situation, id);
        }
        CheckOutcome provisioned = situation.met(
                Documented.PROVISIONED, "Data source " + id + " is entered, so Adobe has provisioned it.");
        return Vector.of(
                provisioned,
                standing.size() > 1
                        ? found(
                                Documented.DATA_SOURCE,
                                situation,
                                "Several AMC data sources stand for data source " + id + ": " + names(standing) + ".",
                                "Leave one of them" + WHERE + ".")
                        : situation.met(
                                Documented.DATA_SOURCE,
                                "AMC data source '" + standing.head().name() + "' stands for data source " + id + "."));
    }

    private Seq<CheckOutcome> absent(Situation situation, long id) {
        Seq<AmcDataSource> waiting =
                all.get().filter(source -> source.dataSourceId() == 0 && source.visitor() == situation.isByVisitor());
        if (waiting.nonEmpty()) {
            return Vector.of(
                    found(
                            Documented.PROVISIONED,
                            situation,
                            "AMC data source '" + waiting.head().name()
                                    + "' has the Audience Manager id 0, and none has " + id + ".",
                            "Ask Adobe to provision it, then enter the id" + WHERE + "."),
                    situation.unseen(Documented.DATA_SOURCE, "The data source is not provisioned."));
        }
        return Vector.of(
                situation.unseen(
                        Documented.PROVISIONED,
                        "No AMC data source stands for data source " + id
                                + ", so that nothing shows whether Adobe provisioned it."),
                found(
                        Documented.DATA_SOURCE,
                        situation,
                        "No AMC data source stands for data source " + id + "; there are: "
                                + (all.get().isEmpty() ? "none" : names(all.get())) + ".",
                        "Enter " + id + " as AAM Data source ID of the right one" + WHERE + "."));
    }

    private static String names(Seq<AmcDataSource> sources) {
        return sources.map(source -> "'" + source.name() + "' (" + source.dataSourceId() + ")")
                .mkString(", ");
    }

    private static CheckOutcome found(Precondition precondition, Situation situation, String seen, String remedy) {
        return situation.found(precondition, situation.ofWorkflows(), Certainty.SEEN, seen, remedy);
    }
}
