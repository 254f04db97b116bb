// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of contracts by the JUnit platform, inside a test, and tells which rules failed. */
final class Trial implements TestExecutionListener {
    /** What a rule waits for that runs on demand only: how many rows. In a trial there are few. */
    private static final String ON_DEMAND = "large.members";

    private static final String FEW = "2000";

    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    private final Set<String> failed = new TreeSet<>();
    private final Set<String> run = new TreeSet<>();

    private Trial() {}

    /** A run of all rules that {@code test} is held to. */
    static Trial ofAll(Class<?> test) {
        return of(LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(test))
                .build());
    }

    /** A run of one rule. */
    static Trial of(Class<?> test, Method rule) {
        return of(LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(test, rule))
                .build());
    }

    /** A run of one rule on a port with that defect. */
    static Trial broken(Class<?> test, Method rule, Defect defect) {
        Trial[] trial = new Trial[1];
        Lens.through(new BrokenGlass(defect), () -> trial[0] = of(test, rule));
        return trial[0];
    }

    /** A run of some rules on a port that is looked at as broken ones are, and is not. */
    static Trial flawless(Class<?> test, List<Method> rules) {
        Trial[] trial = new Trial[1];
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(rules.stream()
                        .map(rule -> DiscoverySelectors.selectMethod(test, rule))
                        .toList())
                .build();
        Lens.through(new BrokenGlass(Defect.NONE), () -> trial[0] = of(request));
        return trial[0];
    }

    /** Whether a trial is running, so that classes which are broken on purpose fail nowhere else. */
    static boolean isUnderWay() {
        return UNDER_WAY.get() > 0;
    }

    /** The rules that were tried, by number; one whose preconditions were not there is not among them. */
    Set<String> run() {
        return run;
    }

    /** The rules that failed, by number. */
    Set<String> failed() {
        return failed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .map(method -> method.getAnnotation(Rule.class))
                .ifPresent(rule -> note(rule.value(), result.getStatus()));
    }

    private void note(String rule, TestExecutionResult.Status status) {
        if (status != TestExecutionResult.Status.ABORTED) {
            run.add(rule);
        }
        if (status == TestExecutionResult.Status.FAILED) {
            failed.add(rule);
        }
    }

    private static Trial of(LauncherDiscoveryRequest request) {
        Trial trial = new Trial();
        LauncherConfig plain = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        UNDER_WAY.incrementAndGet();
        boolean demanded = System.getProperty(ON_DEMAND) != null;
        try {
            if (!demanded) {
                System.setProperty(ON_DEMAND, FEW);
            }
            LauncherFactory.create(plain).execute(request, trial);
        } finally {
            if (!demanded) {
                System.clearProperty(ON_DEMAND);
            }
            UNDER_WAY.decrementAndGet();
        }
        return trial;
    }
}
