// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A sandbox for tests of JUnit Jupiter.
 *
 * <p>By default the tests of a class share one, which is {@linkplain Sandbox#reset() reset} before each of them: data, clock, faults and record are as at the start. Where
 * methods of a class run side by side, and after {@link Builder#perMethod()}, each has its own. Classes never share one, and its ports are free ones, so that they may run
 * side by side.
 *
 * <p>Parameters of methods may be a {@code Sandbox}, its {@code SandboxClock}, {@code SandboxCampaign}, {@code SandboxAudienceManager}, {@code SandboxExperiencePlatform}, a new
 * {@code SandboxBrowser}, and what {@link SandboxAddress} marks. Those of constructors may be the same where the sandbox is shared.
 *
 * <p>A test fails when a fault of {@link SandboxFault}, or one that it set itself, is still in force at its end and never fired.
 *
 * <p>Register it with {@code @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.builder()...build()}, or let {@link SandboxTest} do so.
 */
public final class SandboxExtension
        implements BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    /** How many recipients there are unless told otherwise: few, so that a reset takes no time. */
    public static final int RECIPIENTS = 50;

    private final @Nullable Builder given;
    private final Sandboxes sandboxes = new Sandboxes();

    /** As JUnit makes it for {@link SandboxTest}. */
    public SandboxExtension() {
        given = null;
    }

    private SandboxExtension(Builder builder) {
        given = builder;
    }

    /** Settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Builder settings = settings(context);
        Sandbox sandbox = sandboxes.of(context, settings);
        if (!settings.keepData) {
            sandbox.reset();
        }
        sandbox.clock().advance(settings.clockAhead);
        settings.prepare.accept(sandbox);
        DeclaredFaults faults = DeclaredFaults.of(context, settings.faults);
        sandbox.faults(faults.rules());
        sandboxes.remember(context, faults);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Builder settings = settings(context);
        Sandbox sandbox = sandboxes.of(context, settings);
        DeclaredFaults faults = sandboxes.faults(context);
        try {
            if (context.getExecutionException().isEmpty() && !settings.faultsMayRest) {
                new UnfiredFaults(sandbox).check(faults.mayRest());
            }
        } finally {
            sandbox.clearFaults();
            sandboxes.close(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sandboxes.close(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.isKnown(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.of(parameter, sandboxes.of(context, settings(context)));
    }

    private Builder settings(ExtensionContext context) {
        return given != null ? given : annotated(context);
    }

    /** By the annotation of the test's class, or of one around it. */
    private static Builder annotated(ExtensionContext context) {
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            Optional<SandboxTest> found = AnnotationSupport.findAnnotation(type, SandboxTest.class);
            if (found.isPresent()) {
                return annotated(found.orElseThrow());
            }
        }
        return builder();
    }

    private static Builder annotated(SandboxTest test) {
        return builder().recipients(test.recipients()).seed(test.seed()).clockAhead(Duration.parse(test.clockAhead()));
    }

    /** How the sandboxes of a test class start, and what is done with them before each test. */
    public static final class Builder {
        private final Sandbox.Builder sandbox = Sandbox.builder().recipients(RECIPIENTS);
        private final List<FaultRule> faults = new ArrayList<>();
        private Consumer<Sandbox> prepare = sandbox -> {};
        private Duration clockAhead = Duration.ZERO;
        private boolean keepData;
        private boolean perMethod;
        private boolean faultsMayRest;

        private Builder() {}

        /** How many recipients there are; {@link #RECIPIENTS} by default. */
        public Builder recipients(int count) {
            sandbox.recipients(count);
            return this;
        }

        /** Exactly these people, instead of generated ones; read again at every reset. */
        public Builder recipients(Iterable<SeedRecipient> people) {
            sandbox.recipients(people);
            return this;
        }

        /** Sandboxes with the same number hold the same data; 1 by default. */
        public Builder seed(long number) {
            sandbox.seed(number);
            return this;
        }

        /** How far the virtual clock is ahead of the real one when a test begins; what fell due in between is done then. */
        public Builder clockAhead(Duration ahead) {
            clockAhead = ahead;
            return this;
        }

        /** What is done before each test, after the reset: lists, segments, clicks, switches. */
        public Builder prepared(Consumer<Sandbox> step) {
            prepare = prepare.andThen(step);
            return this;
        }

        /** Faults of every test; since not every test meets all of them, none fails because they did not fire. */
        public Builder faults(FaultRule... rules) {
            faults.addAll(List.of(rules));
            return this;
        }

        /** A sandbox of its own for each test, instead of one that is reset. */
        public Builder perMethod() {
            perMethod = true;
            return this;
        }

        /** No reset between the tests of a class, which go on where the one before ended. */
        public Builder keepingData() {
            keepData = true;
            return this;
        }

        /** No test fails because a fault never fired. */
        public Builder faultsMayRest() {
            faultsMayRest = true;
            return this;
        }

        /** The extension. */
        public SandboxExtension build() {
            if (perMethod && keepData) {
                throw new IllegalArgumentException(
                        "perMethod() and keepingData() exclude each other: a sandbox of one method keeps nothing for the next");
            }
            return new SandboxExtension(this);
        }

        boolean isPerMethod() {
            return perMethod;
        }

        Sandbox start() {
            return sandbox.start();
        }
    }
}
