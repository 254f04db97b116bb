// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.adapter.campaign.client.AmcDataSources;
import io.audiencebridge.adapter.campaign.client.AmcNames;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.MarkupWriter;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** The AMC data sources as records of the schema that {@link AmcNames} names. */
public final class AmcDataSourceRecords implements AmcDataSources {
    private final CampaignSoap soap;
    private final AmcNames names;
    private final DataSourceReading reading;

    /**
     * Those of the instance behind {@code soap}.
     *
     * @param visitorIdPath where a recipient's visitor ids stand
     */
    public AmcDataSourceRecords(CampaignSoap soap, AmcNames names, String visitorIdPath) {
        this.soap = soap;
        this.names = names;
        this.reading = new DataSourceReading(visitorIdPath);
    }

    private AmcDataSourceRecords(CampaignSoap soap, AmcDataSourceRecords same) {
        this.soap = soap;
        this.names = same.names;
        this.reading = same.reading;
    }

    @Override
    public Either<BridgeError, Seq<AmcDataSource>> all(CallOptions options) {
        return with(options).all(options.begin());
    }

    @Override
    public Either<BridgeError, AmcDataSource> find(String name, CallOptions options) {
        return with(options).find(name, options.begin());
    }

    @Override
    public Either<BridgeError, AmcDataSource> of(long dataSourceId, CallOptions options) {
        return with(options).of(dataSourceId, options.begin());
    }

    @Override
    public Either<BridgeError, DataSource> describe(AmcDataSource dataSource) {
        return reading.of(dataSource);
    }

    @Override
    public Either<BridgeError, AmcDataSource> save(AmcDataSource dataSource, CallOptions options) {
        return with(options).save(dataSource, options.begin());
    }

    /** The one that stands for Audience Manager's data source of that id. */
    public Either<BridgeError, AmcDataSource> of(long dataSourceId, Call call) {
        return read(Vector.of(Condition.equal(XPath.of("@" + names.dataSourceId()), Literal.of(dataSourceId))), call)
                .flatMap(found -> found.size() > 1
                        ? Either.left(BridgeError.Conflict.of("Several AMC data sources stand for data source "
                                + dataSourceId + ": "
                                + found.map(AmcDataSource::name).mkString(", ") + "; leave only one of them"))
                        : found.headOption()
                                .toEither(() -> BridgeError.NotFound.of("No AMC data source of this instance stands"
                                        + " for data source " + dataSourceId + ", or the operator may not see it; enter"
                                        + " the id under Administration, Platform, AMC Data sources")));
    }

    /** All of them, also those that Adobe has not provisioned yet. Left: {@code NotFound} where the instance has no such schema. */
    public Either<BridgeError, Seq<AmcDataSource>> all(Call call) {
        return read(Vector.empty(), call);
    }

    private AmcDataSourceRecords with(CallOptions options) {
        return new AmcDataSourceRecords(soap.with(options), this);
    }

    private Either<BridgeError, AmcDataSource> save(AmcDataSource dataSource, Call call) {
        return sound(dataSource.name())
                .flatMap(name -> soap.write(names.schema(), out -> write(dataSource, out), true, call))
                .flatMap(stored -> find(dataSource.name(), call));
    }

    private Either<BridgeError, AmcDataSource> find(String name, Call call) {
        return sound(name)
                .flatMap(sound -> read(Vector.of(Records.named(sound, "name")), call))
                .flatMap(found -> found.headOption()
                        .toEither(() -> BridgeError.NotFound.of("There is no AMC data source '" + name
                                + "', or the operator may not see it; look under Administration, Platform, AMC Data"
                                + " sources")));
    }

    private Either<BridgeError, Seq<AmcDataSource>> read(Vector<Condition> conditions, Call call) {
        return Records.of(
                soap,
                Records.on(names.schema(), columns()).conditions(conditions).build(),
                this::dataSource,
                call);
    }

    private Vector<XPath> columns() {
        return Vector.of(
                        "id",
                        "name",
                        "label",
                        "lastModified",
                        names.dataSourceId(),
                        names.destinationId(),
                        names.targetSchema(),
                        names.reconciliationKey(),
                        names.hashAlgorithm(),
                        names.type())
                .map(name -> XPath.of("@" + name));
    }

    private AmcDataSource dataSource(Row row) {
        return AmcDataSource.builder()
                .id(row.text("id"))
                .name(row.text("name"))
                .label(row.text("label"))
                .dataSourceId(Records.number(row, names.dataSourceId()))
                .destinationId(Records.number(row, names.destinationId()))
                .targetSchema(row.text(names.targetSchema()))
                .reconciliationKey(row.text(names.reconciliationKey()))
                .hashAlgorithm(row.text(names.hashAlgorithm()))
                .visitor(isVisitor(row))
                .modified(Records.instant(row, "lastModified"))
                .build();
    }

    /** The key decides where the type says nothing, as on instances that know no types. */
    private boolean isVisitor(Row row) {
        String type = row.text(names.type());
        return type.equals(names.visitorType())
                || (!type.equals(names.declaredType()) && reading.isVisitorKey(row.text(names.reconciliationKey())));
    }

    private void write(AmcDataSource dataSource, MarkupWriter out) {
        out.open(names.schema().replaceAll("^.*:", ""))
                .attribute("xtkschema", names.schema())
                .attribute("_operation", "insertOrUpdate")
                .attribute("_key", "@name")
                .attribute("name", dataSource.name())
                .attribute("label", dataSource.label())
                .attribute(names.dataSourceId(), Long.toString(dataSource.dataSourceId()))
                .attribute(names.destinationId(), Long.toString(dataSource.destinationId()))
                .attribute(names.targetSchema(), dataSource.targetSchema())
                .attribute(names.reconciliationKey(), dataSource.reconciliationKey())
                .attribute(names.hashAlgorithm(), dataSource.hashAlgorithm())
                .attribute(names.type(), dataSource.visitor() ? names.visitorType() : names.declaredType())
                .close();
    }

    private static Either<BridgeError, String> sound(String name) {
        return WorkflowReader.isName(name)
                ? Either.right(name)
                : Either.left(BridgeError.InvalidRequest.of(
                        "dataSource.name",
                        "'" + name + "' is no internal name; use letters, digits, underscores, dots and hyphens"));
    }
}
