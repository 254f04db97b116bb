// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.observation;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Observer;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells Micrometer what a bridge does: one observation for each use case, step and request, each the child of the one that it is part of, whatever thread it is on.
 *
 * <pre>{@code
 * AudienceBridge bridge = builder.observer(BridgeObserver.of(registry)).build();
 * }</pre>
 *
 * <p>Names and keys are {@link BridgeObservation}'s. Immutable; safe for use by several threads.
 */
public final class BridgeObserver implements Observer {
    private final ObservationRegistry registry;
    private final boolean propagating;

    private BridgeObserver(ObservationRegistry registry, boolean propagating) {
        this.registry = registry;
        this.propagating = propagating;
    }

    /** Tells {@code registry}; sends no header of a trace anywhere. */
    public static BridgeObserver of(ObservationRegistry registry) {
        return new BridgeObserver(registry, false);
    }

    /**
     * This, which also sends the headers of the trace, as the registry's tracer writes them, with every HTTP request but those to S3. They tell Adobe, and whoever is in between, the
     * ids of your traces, and are of use only where somebody there reads them.
     */
    public BridgeObserver propagating() {
        return new BridgeObserver(registry, true);
    }

    @Override
    public Watch begins(Activity activity, Watch within) {
        if (activity instanceof Activity.Run) {
            return new Within(parent(within));
        }
        @Nullable Observation parent = parent(within);
        if (activity instanceof Activity.UseCase useCase) {
            return started(
                    BridgeObservation.CALL,
                    new Observation.Context(),
                    parent,
                    useCase.name(),
                    Map.of(BridgeKey.OPERATION, useCase.name()));
        }
        if (activity instanceof Activity.Step step) {
            String name = step.name().replace(' ', '-');
            return started(
                    BridgeObservation.STEP,
                    new Observation.Context(),
                    parent,
                    name,
                    Map.of(BridgeKey.RUN_KIND, step.kind(), BridgeKey.STEP, name));
        }
        return exchange((Activity.Exchange) activity, parent);
    }

    private static @Nullable Observation parent(Watch within) {
        if (within instanceof Within inner) {
            return inner.parent();
        }
        return within instanceof Observed outer ? outer.observation() : null;
    }

    /** Every run has another id, so none is observed; what it does is part of what it is part of. */
    private record Within(@Nullable Observation parent) implements Watch {
        @Override
        public void ends(Optional<BridgeError> failure) {}
    }

    private Watch exchange(Activity.Exchange exchange, @Nullable Observation parent) {
        Map<String, String> headers = new TreeMap<>();
        SenderContext<Map<String, String>> context =
                new SenderContext<>((carrier, key, value) -> headers.put(key, value), Kind.CLIENT);
        context.setCarrier(headers);
        context.setRemoteServiceName(exchange.system().name());
        Observed observed = started(
                BridgeObservation.EXCHANGE,
                context,
                parent,
                exchange.system() + " " + exchange.operation(),
                Map.of(
                        BridgeKey.SYSTEM, exchange.system().name(),
                        BridgeKey.OPERATION, exchange.operation(),
                        BridgeKey.ATTEMPT, exchange.attempt() == 1 ? "first" : "repeat"));
        return propagating ? new Observed(observed.observation(), Map.copyOf(headers)) : observed;
    }

    private Observed started(
            BridgeObservation what,
            Observation.Context context,
            @Nullable Observation parent,
            String shown,
            Map<BridgeKey, String> keys) {
        Observation observation = Observation.createNotStarted(what.getName(), () -> context, registry);
        observation.contextualName(shown);
        if (parent != null) {
            observation.parentObservation(parent);
        }
        keys.forEach((key, value) -> observation.lowCardinalityKeyValue(key.withValue(value)));
        return new Observed(observation.start(), Map.of());
    }
}
