// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.observation;

import static org.assertj.core.api.Assertions.assertThat;

import brave.Span;
import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.CallTerms;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.micrometer.tracing.brave.bridge.BraveBaggageManager;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BravePropagator;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A use case with a run, a step, and two attempts at a request on a thread of the executor, told to real registries and a real tracer. */
class TellingMicrometerTest {
    private static final String RUN = "run-20261127-0001";

    private Map<String, String> sent = Map.of();

    @Test
    void an_observation_begins_and_ends_with_each_activity_under_its_documented_keys() {
        TestObservationRegistry registry = TestObservationRegistry.create();

        share(BridgeObserver.of(registry));

        TestObservationRegistryAssert.assertThat(registry)
                .doesNotHaveAnyRemainingCurrentObservation()
                .hasNumberOfObservationsEqualTo(4)
                .hasObservationWithNameEqualTo("audiencebridge.call")
                .that()
                .hasBeenStarted()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("operation", "share")
                .hasLowCardinalityKeyValue("outcome", "success")
                .doesNotHaveError();
        TestObservationRegistryAssert.assertThat(registry)
                .hasObservationWithNameEqualTo("audiencebridge.step")
                .that()
                .hasLowCardinalityKeyValue("run.kind", "share")
                .hasLowCardinalityKeyValue("step", "sending-members")
                .hasParentObservationContextSatisfying(
                        parent -> assertThat(parent.getName()).isEqualTo("audiencebridge.call"));
        TestObservationRegistryAssert.assertThat(registry)
                .hasAnObservation(exchange -> exchange.hasNameEqualTo("audiencebridge.exchange")
                        .hasLowCardinalityKeyValue("system", "campaign")
                        .hasLowCardinalityKeyValue("operation", "GET segments/{}")
                        .hasLowCardinalityKeyValue("attempt", "first")
                        .hasLowCardinalityKeyValue("outcome", "outcome-unknown")
                        .hasError())
                .hasAnObservation(exchange -> exchange.hasNameEqualTo("audiencebridge.exchange")
                        .hasLowCardinalityKeyValue("attempt", "repeat")
                        .hasLowCardinalityKeyValue("outcome", "success"));
    }

    @Test
    void the_keys_are_those_of_the_contract_and_no_other_and_nothing_has_many_values() {
        List<Observation.Context> told = new CopyOnWriteArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Hearing(told));

        share(BridgeObserver.of(registry));

        assertThat(told.stream().map(TellingMicrometerTest::family))
                .containsExactly(
                        "audiencebridge.exchange in audiencebridge.step",
                        "audiencebridge.exchange in audiencebridge.step",
                        "audiencebridge.step in audiencebridge.call",
                        "audiencebridge.call in nothing");
        assertThat(told).hasSize(4).allSatisfy(context -> {
            BridgeObservation what = List.of(BridgeObservation.values()).stream()
                    .filter(each -> each.getName().equals(context.getName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(context.getLowCardinalityKeyValues().stream().map(KeyValue::getKey))
                    .containsExactlyInAnyOrderElementsOf(List.of(what.getLowCardinalityKeyNames()).stream()
                            .map(key -> key.asString())
                            .toList());
            assertThat(context.getHighCardinalityKeyValues()).isEmpty();
            assertThat(String.valueOf(context.getError())).doesNotContain("Gold", RUN);
        });
    }

    @Test
    void timers_count_and_time_each_activity_and_no_tag_names_a_run_or_an_audience() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        share(BridgeObserver.of(registry));

        assertThat(meters.get("audiencebridge.call")
                        .tags("operation", "share", "outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("audiencebridge.exchange")
                        .tags("system", "campaign", "attempt", "repeat")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.getMeters().stream()
                        .map(Meter::getId)
                        .flatMap(id -> id.getTags().stream())
                        .map(Tag::getValue))
                .isNotEmpty()
                .noneMatch(value -> value.contains(RUN) || value.contains("Gold"));
    }

    @Test
    void a_tracer_sees_one_trace_across_threads_and_sends_it_nowhere() {
        List<MutableSpan> spans = new CopyOnWriteArrayList<>();
        try (Tracing tracing = tracing(spans)) {
            share(BridgeObserver.of(traced(tracing)));

            assertThat(tracing.tracer().currentSpan()).isNull();
        }

        Map<String, MutableSpan> byName =
                spans.stream().collect(Collectors.toMap(MutableSpan::name, span -> span, (first, repeat) -> first));
        assertThat(byName).containsOnlyKeys("share", "sending-members", "campaign GET segments/{}");
        assertThat(spans)
                .extracting(MutableSpan::traceId)
                .containsOnly(spans.get(0).traceId());
        assertThat(byName.get("share").parentId()).isNull();
        assertThat(byName.get("sending-members").parentId())
                .isEqualTo(byName.get("share").id());
        assertThat(byName.get("campaign GET segments/{}").parentId())
                .isEqualTo(byName.get("sending-members").id());
        assertThat(byName.get("campaign GET segments/{}").kind()).isEqualTo(Span.Kind.CLIENT);
        assertThat(sent).isEmpty();
    }

    @Test
    void the_trace_goes_out_with_requests_where_the_application_says_so() {
        List<MutableSpan> spans = new CopyOnWriteArrayList<>();
        try (Tracing tracing = tracing(spans)) {
            share(BridgeObserver.of(traced(tracing)).propagating());
        }

        assertThat(sent).isNotEmpty();
        assertThat(String.join(" ", sent.values())).contains(spans.get(0).traceId());
    }

    @Test
    void a_registry_that_listens_to_nothing_costs_nothing_and_breaks_nothing() {
        share(BridgeObserver.of(ObservationRegistry.NOOP).propagating());

        assertThat(sent).isEmpty();
    }

    private void share(BridgeObserver observer) {
        Call call = Call.within(
                "c-1",
                Duration.ofMinutes(1),
                System::nanoTime,
                CallTerms.builder().observer(observer).build());
        call.observed(
                        new Activity.UseCase("share"),
                        () -> call.observed(
                                new Activity.Run(RUN),
                                () -> call.observed(new Activity.Step("share", "sending members"), () -> {
                                    CompletableFuture.runAsync(() -> ask(call)).join();
                                    return Either.right("done");
                                })))
                .get();
    }

    private void ask(Call call) {
        Watch first = call.begin(new Activity.Exchange(SystemId.CAMPAIGN, "GET segments/{}", 1));
        first.ends(Optional.of(new BridgeError.OutcomeUnknown(
                "Audience 'Gold' of " + RUN + " may or may not be there", Incident.local(), "Gold")));
        Watch repeat = call.begin(new Activity.Exchange(SystemId.CAMPAIGN, "GET segments/{}", 2));
        sent = repeat.headers();
        repeat.ends(Optional.empty());
    }

    private static String family(Observation.Context context) {
        return context.getName() + " in "
                + Optional.ofNullable(context.getParentObservation())
                        .map(parent -> parent.getContextView().getName())
                        .orElse("nothing");
    }

    private static Tracing tracing(List<MutableSpan> spans) {
        return Tracing.newBuilder()
                .addSpanHandler(new SpanHandler() {
                    @Override
                    public boolean end(TraceContext context, MutableSpan span, Cause cause) {
                        return spans.add(span);
                    }
                })
                .build();
    }

    private static ObservationRegistry traced(Tracing tracing) {
        BraveTracer tracer = new BraveTracer(
                tracing.tracer(),
                new BraveCurrentTraceContext(tracing.currentTraceContext()),
                new BraveBaggageManager());
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig()
                .observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, new BravePropagator(tracing)),
                        new DefaultTracingObservationHandler(tracer)));
        return registry;
    }

    private record Hearing(List<Observation.Context> told) implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            told.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
