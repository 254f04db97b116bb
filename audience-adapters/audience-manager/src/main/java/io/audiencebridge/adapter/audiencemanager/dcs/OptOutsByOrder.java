// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.OptOut;
import io.audiencebridge.adapter.audiencemanager.client.OptOutReport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.OptOutAnswer;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.vavr.control.Either;
import java.util.function.BiFunction;

/** Opt-outs of the bridge's own, told to data collection (SEMANTICS S23). */
final class OptOutsByOrder implements OptOutCalls {
    private final BiFunction<OptOut, Call, Either<BridgeError, OptOutReport>> optOuts;

    OptOutsByOrder(BiFunction<OptOut, Call, Either<BridgeError, OptOutReport>> optOuts) {
        this.optOuts = optOuts;
    }

    @Override
    public Either<BridgeError, OptOutAnswer> optOut(OptOutOrder order, Call call) {
        return call.check().flatMap(open -> optOuts.apply(wish(order), call)).map(OptOutsByOrder::answer);
    }

    private static OptOut wish(OptOutOrder order) {
        OptOut.Builder wish = OptOut.builder();
        order.region().ifPresent(wish::region);
        if (order instanceof OptOutOrder.Person person) {
            return wish.addDeclaredIds(id(person)).build();
        }
        return wish.ecid(((OptOutOrder.Device) order).visitor()).build();
    }

    private static DeclaredId id(OptOutOrder.Person person) {
        return person.dataSource()
                .integrationCode()
                .map(code -> DeclaredId.of(code, person.id()))
                .orElseGet(() -> DeclaredId.of(person.dataSource().id(), person.id()));
    }

    private static OptOutAnswer answer(OptOutReport report) {
        return OptOutAnswer.builder()
                .standing(report.regions().count(region -> region.failure().isEmpty()))
                .addAllFailures(report.regions().flatMap(OptOutReport.Region::failure))
                .build();
    }
}
