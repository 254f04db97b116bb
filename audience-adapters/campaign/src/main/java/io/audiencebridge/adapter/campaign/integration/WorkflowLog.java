// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.client.WorkflowLogEntry;
import io.audiencebridge.adapter.campaign.client.WorkflowLogQuery;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the logs of workflows. Safe for use by several threads. */
public final class WorkflowLog {
    private static final String SCHEMA = "xtk:workflowLog";
    private static final XPath DATE = XPath.of("@logDate");
    private static final XPath TYPE = XPath.of("@logType");
    private static final Vector<XPath> COLUMNS =
            Vector.of(Records.ID, XPath.of("@activity"), DATE, TYPE, XPath.of("@error"), XPath.of("@message"));
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}-[0-9]{6}\\b");
    private static final int MOST_LINES = 10_000;
    private static final int MOST_TOLD = 20;

    /** Source: a recorded answer of Adobe's own quality assurance: 0 is an error, 2 is information. */
    private static final Condition ERROR = Condition.equal(TYPE, Literal.of(0));

    private final CampaignSoap soap;

    /** Reads those of the instance behind {@code soap}. */
    public WorkflowLog(CampaignSoap soap) {
        this.soap = soap;
    }

    /** A page, oldest line first. */
    public Either<BridgeError, Seq<WorkflowLogEntry>> page(Workflow workflow, WorkflowLogQuery query, Call call) {
        if (query.most() < 1 || query.most() > MOST_LINES) {
            return Either.left(
                    BridgeError.InvalidRequest.of("most", query.most() + " must be from 1 to " + MOST_LINES));
        }
        return read(
                Records.on(SCHEMA, COLUMNS)
                        .conditions(conditions(workflow, query))
                        .limit(query.most())
                        .build(),
                call);
    }

    /** The first line of {@code moment} or later that tells of an error or whose message matches {@code pattern}, among the {@value #MOST_LINES} first. */
    public Either<BridgeError, Option<WorkflowLogEntry>> first(
            Workflow workflow, Instant moment, Pattern pattern, Call call) {
        return since(workflow, moment, call)
                .map(lines -> lines.find(
                        line -> line.error() || pattern.matcher(line.message()).find()));
    }

    /** The number that {@code pattern} finds first in the lines of {@code moment} or later; empty where it finds none. */
    public Either<BridgeError, OptionalLong> number(Workflow workflow, Instant moment, Pattern pattern, Call call) {
        return since(workflow, moment, call)
                .map(lines -> lines.map(line -> pattern.matcher(line.message()))
                        .find(Matcher::find)
                        .map(found -> OptionalLong.of(Long.parseLong(found.group(1))))
                        .getOrElse(OptionalLong.empty()));
    }

    /** What its newest errors say, as far as it can be passed on: codes and the activity, never their words, which may quote people. */
    public Either<BridgeError, String> trouble(Workflow workflow, Call call) {
        return read(
                        Records.newest(SCHEMA, COLUMNS, MOST_TOLD)
                                .conditions(conditions(
                                        workflow,
                                        WorkflowLogQuery.builder()
                                                .errorsOnly(true)
                                                .build()))
                                .build(),
                        call)
                .map(WorkflowLog::told);
    }

    private Either<BridgeError, Seq<WorkflowLogEntry>> since(Workflow workflow, Instant moment, Call call) {
        return page(
                workflow,
                WorkflowLogQuery.builder().since(moment).most(MOST_LINES).build(),
                call);
    }

    private Either<BridgeError, Seq<WorkflowLogEntry>> read(Query query, Call call) {
        return Records.of(soap, query, WorkflowLog::entry, call);
    }

    private static Vector<Condition> conditions(Workflow workflow, WorkflowLogQuery query) {
        Vector<Condition> conditions =
                Vector.of(Condition.equal(XPath.of("@workflow-id"), Keyset.literal(workflow.id())));
        if (query.after().isPresent()) {
            conditions = conditions.append(
                    Condition.greaterThan(Records.ID, Literal.of(query.after().getAsLong())));
        }
        if (query.since().isPresent()) {
            conditions = conditions.append(
                    Condition.atLeast(DATE, Literal.of(query.since().get())));
        }
        return query.errorsOnly() ? conditions.append(ERROR) : conditions;
    }

    private static WorkflowLogEntry entry(Row row) {
        return WorkflowLogEntry.builder()
                .id(Records.number(row, "id"))
                .activity(row.text("activity"))
                .at(Records.instant(row, "logDate"))
                .error(row.text("logType").equals("0") || row.isTrue("error"))
                .message(row.text("message"))
                .build();
    }

    private static String told(Seq<WorkflowLogEntry> errors) {
        String codes = errors.flatMap(WorkflowLog::codes).distinct().take(5).mkString(", ");
        String activity = errors.map(WorkflowLogEntry::activity)
                .find(name -> name.matches("[A-Za-z0-9_]{1,64}"))
                .map(name -> " in its activity '" + name + "'")
                .getOrElse("");
        return (codes.isEmpty() ? "no code" : codes) + activity;
    }

    private static Seq<String> codes(WorkflowLogEntry entry) {
        return Vector.ofAll(CODE.matcher(entry.message()).results().map(MatchResult::group));
    }
}
