// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.client.WorkflowStatus;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Reads workflows. Safe for use by several threads. */
public final class WorkflowReader {
    private static final String SCHEMA = "xtk:workflow";
    private static final Vector<XPath> COLUMNS = Vector.of(
                    "@id",
                    "@internalName",
                    "@label",
                    "@state",
                    "@failed",
                    "@production",
                    "@processDate",
                    "@nextProcessingDate",
                    "@lastModified",
                    "[folder/@name]")
            .map(XPath::of);

    /** Source: Campaign v8, "Query API": the folder of the technical workflows. */
    private static final String TECHNICAL = "nmsTechnicalWorkflow";

    private final CampaignSoap soap;

    /** Reads those of the instance behind {@code soap}. */
    public WorkflowReader(CampaignSoap soap) {
        this.soap = soap;
    }

    /** The workflow of that id or internal name. Left: {@code NotFound}, or {@code InvalidRequest} for what can be neither. */
    public Either<BridgeError, Workflow> find(String workflow, Call call) {
        if (!isName(workflow)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "workflow",
                    "'" + workflow + "' is neither the id nor the internal name of a workflow;"
                            + " take the internal name from its properties"));
        }
        return read(Vector.of(Records.named(workflow, "internalName")), call)
                .flatMap(found -> found.headOption()
                        .toEither(() -> BridgeError.NotFound.of("There is no workflow '" + workflow
                                + "', or the operator may not see it; take the internal name from its properties")));
    }

    /** Campaign's own workflows. */
    Either<BridgeError, Seq<Workflow>> technical(Call call) {
        return read(
                        Vector.of(
                                Condition.equal(XPath.of("@production"), Literal.of(true)),
                                Condition.equal(XPath.of("[folder/@name]"), Literal.of(TECHNICAL))),
                        call)
                .map(found -> found.sortBy(Workflow::internalName));
    }

    /** What Campaign lets an internal name be, or an id. */
    static boolean isName(String text) {
        return Records.isId(text) || text.matches("[A-Za-z_][A-Za-z0-9_.-]{0,127}");
    }

    private Either<BridgeError, Seq<Workflow>> read(Vector<Condition> conditions, Call call) {
        return Records.of(
                soap, Records.on(SCHEMA, COLUMNS).conditions(conditions).build(), WorkflowReader::workflow, call);
    }

    private static Workflow workflow(Row row) {
        int code = (int) Records.number(row, "state");
        return Workflow.builder()
                .id(row.text("id"))
                .internalName(row.text("internalName"))
                .label(row.text("label"))
                .status(WorkflowStatus.of(code, row.isTrue("failed")))
                .statusCode(code)
                .technical(row.isTrue("production"))
                .folder(row.text("folder/name"))
                .processed(Records.instant(row, "processDate"))
                .nextProcessing(Records.instant(row, "nextProcessingDate"))
                .modified(Records.instant(row, "lastModified"))
                .build();
    }
}
