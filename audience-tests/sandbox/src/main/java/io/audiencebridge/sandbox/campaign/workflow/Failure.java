// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

/** Why a workflow stops with an error: the message of its log's row. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
