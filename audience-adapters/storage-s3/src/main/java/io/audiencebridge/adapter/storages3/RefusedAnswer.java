// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What an answer of the store other than a right one means. Tells its code only: its sentences may quote keys and signatures. */
final class RefusedAnswer {
    private final String subject;
    private final AwsServiceException answer;
    private final Incident incident;
    private final String code;

    RefusedAnswer(String subject, AwsServiceException answer, Incident incident) {
        this.subject = subject;
        this.answer = answer;
        this.incident = incident;
        this.code = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    BridgeError error() {
        return switch (code) {
            case "NoSuchBucket" ->
                new BridgeError.NotFound(told("there is no such bucket; correct bucket or endpoint"), incident);
            case "PermanentRedirect", "AuthorizationHeaderMalformed" -> elsewhere();
            case "RequestTimeTooSkewed" -> denied("set the clock of this machine right");
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" ->
                denied("check access key and secret key, and whether they are still valid");
            default -> byStatus();
        };
    }

    private BridgeError byStatus() {
        if (answer.isThrottlingException() || code.equals("SlowDown")) {
            return new BridgeError.Throttled(told("wait, then repeat"), incident, Refusal.PAUSE);
        }
        return switch (answer.statusCode()) {
            case 301, 307 -> elsewhere();
            case 401, 403 -> denied("ask the bucket's owner for the right to do that");
            case 404 -> new BridgeError.NotFound(told("list the files, then name one of them"), incident);
            case 409, 412 -> new BridgeError.Conflict(told("list the files, then decide"), incident);
            default -> byClass();
        };
    }

    private BridgeError byClass() {
        return answer.statusCode() >= 500
                ? new BridgeError.Unavailable(told("the store is out of order; repeat later"), incident, Refusal.PAUSE)
                : new BridgeError.RejectedBySystem(told("correct the request"), incident);
    }

    private BridgeError denied(String next) {
        return new BridgeError.AccessDenied(told(next), incident);
    }

    private BridgeError elsewhere() {
        return BridgeError.InvalidRequest.of("region", told("the bucket is in another region; set that one"));
    }

    private String told(String next) {
        String name = code.isEmpty() ? "" : " " + code;
        String id = answer.requestId() == null ? "" : " (request id " + answer.requestId() + ")";
        return subject + ": answered " + answer.statusCode() + name + id + "; " + next;
    }
}
