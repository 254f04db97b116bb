// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.OptOutAnswer;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.vavr.control.Either;
import java.util.function.BiFunction;

/** Opt-outs told to the ID service (SEMANTICS S23). It has one address, which leads to its nearest region; only Audience Manager's data collection reaches the others. */
public final class ServiceOptOuts implements OptOutCalls {
    private static final String ELSEWHERE =
            "The ID service takes an opt-out in its nearest region only; give Audience Manager's connection its data collection settings, or name the person's region";

    private final BiFunction<OptOutRequest, Call, Either<BridgeError, Boolean>> service;

    /** Opt-outs by {@code service}. */
    public ServiceOptOuts(BiFunction<OptOutRequest, Call, Either<BridgeError, Boolean>> service) {
        this.service = service;
    }

    @Override
    public Either<BridgeError, OptOutAnswer> optOut(OptOutOrder order, Call call) {
        return call.check()
                .flatMap(open -> request(order))
                .flatMap(request -> service.apply(request, call))
                .map(taken -> answer(order));
    }

    private static Either<BridgeError, OptOutRequest> request(OptOutOrder order) {
        return order instanceof OptOutOrder.Person person
                ? OrderReader.customerId(person.dataSource(), person.id()).map(OptOutRequest::of)
                : Either.right(OptOutRequest.of(((OptOutOrder.Device) order).visitor()));
    }

    private static OptOutAnswer answer(OptOutOrder order) {
        OptOutAnswer.Builder answer = OptOutAnswer.builder();
        answer.standing(1);
        if (order.region().isEmpty()) {
            answer.elsewhere(ELSEWHERE);
        }
        return answer.build();
    }
}
