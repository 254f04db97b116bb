// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.RuleVerdict;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Asks about rules. UNVERIFIED: the name of the rule's member for segments and the answer's body; a refusal is known by its status alone. */
final class Verdicts {
    private Verdicts() {}

    static Either<BridgeError, RuleVerdict> of(RestClient rest, String path, String rule, Call call) {
        if (rule.isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of("rule", "is empty; give the rule to look at"));
        }
        ObjectNode body = new Body().text("code", rule).text("rule", rule).node();
        return rest.ask(path, body, call)
                .fold(
                        error -> error instanceof BridgeError.RejectedBySystem
                                ? Either.right(new RuleVerdict(false, error.message()))
                                : Either.left(error),
                        answer -> Either.right(answer.map(Fields::new)
                                .flatMap(Verdicts::refusal)
                                .getOrElse(new RuleVerdict(true, ""))));
    }

    private static Option<RuleVerdict> refusal(Fields fields) {
        boolean refused = !fields.flag("valid", "isValid").orElse(true);
        return refused
                ? Option.some(
                        new RuleVerdict(false, fields.text("message", "error").orElse("")))
                : Option.none();
    }
}
