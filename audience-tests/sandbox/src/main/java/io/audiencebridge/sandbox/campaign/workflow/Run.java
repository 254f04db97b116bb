// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.time.Instant;

/**
 * One time that a workflow works.
 *
 * @param workflow whose run it is
 * @param at when it fell due
 * @param variables what it was started with
 */
record Run(Database database, long workflow, String name, Instant at, Database.Variables variables) {
    void say(String message) {
        database.log(workflow, new LogLine(at, name, LogLine.INFORMATION, message));
    }

    void warn(String message) {
        database.log(workflow, new LogLine(at, name, LogLine.WARNING, message));
    }

    /** A variable that the workflow cannot do without. */
    String required(String variable) throws Failure {
        String value = variables.get(variable);
        if (value.isEmpty()) {
            throw new Failure("The variable '" + variable + "' is missing.");
        }
        return value;
    }
}
