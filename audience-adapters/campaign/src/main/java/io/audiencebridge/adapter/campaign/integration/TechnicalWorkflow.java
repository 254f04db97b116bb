// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.ExternalAccount;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;

/**
 * One of Campaign's own two workflows for shared audiences and the external account of the same name that it cannot do without. Source: Campaign Classic,
 * "Troubleshooting the integration": the account, the data source, the workflow's state are what to look at.
 */
final class TechnicalWorkflow {
    private final String name;
    private final AccountReader accounts;
    private final WorkflowCommands workflows;

    TechnicalWorkflow(String name, AccountReader accounts, WorkflowCommands workflows) {
        this.name = name;
        this.accounts = accounts;
        this.workflows = workflows;
    }

    /** The workflow, if it runs and its account is enabled. Left: {@code RejectedBySystem} with what stands in the way. */
    Either<BridgeError, Workflow> running(Call call) {
        return accounts.find(name, call)
                .flatMap(account -> active(account, call))
                .flatMap(account -> workflows.find(name, call))
                .flatMap(workflow -> running(workflow, call));
    }

    /** Has it look at its work now. */
    Either<BridgeError, Workflow> wake(Call call) {
        return workflows.wake(name, call);
    }

    private Either<BridgeError, ExternalAccount> active(ExternalAccount account, Call call) {
        return account.active()
                ? Either.right(account)
                : refused(
                        "External account '" + name + "' is not enabled, so that Campaign cannot reach the bucket;"
                                + " enable it under Administration, Platform, External accounts",
                        call);
    }

    private Either<BridgeError, Workflow> running(Workflow workflow, Call call) {
        String subject = "Technical workflow '" + name + "' ";
        return switch (workflow.status()) {
            case STARTED, CHANGING, UNKNOWN -> Either.right(workflow);
            case FAILED -> WorkflowWatch.failed(workflow, workflows.log(), call);
            case PAUSED ->
                refused(subject + "is paused; start it under Administration, Production, Technical workflows", call);
            case EDITED, FINISHED ->
                refused(subject + "is stopped; start it under Administration, Production, Technical workflows", call);
        };
    }

    private static <T> Either<BridgeError, T> refused(String message, Call call) {
        return Either.left(
                new BridgeError.RejectedBySystem(message, Incident.at(SystemId.CAMPAIGN, call.correlationId())));
    }
}
