// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import java.util.function.Predicate;

/** Accesses that reach behind the arguments: calls, constructors and method references alike. Used by {@link AudienceBridgeRules} and by the rules of our own domain. */
public final class Hidden {

    private static final String TICKER = "java.lang.System.nanoTime";

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            TICKER,
            "java.time.InstantSource.system",
            "java.util.Calendar.getInstance",
            "java.util.Date.<init>");

    private static final Set<String> RANDOM_OWNERS = Set.of(
            "java.security.SecureRandom",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private static final Set<String> RANDOM_CALLS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.Collections.shuffle",
            "java.util.UUID.randomUUID",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");

    private static final Set<String> THREAD_OWNERS = Set.of(
            "io.vavr.concurrent.Future",
            "io.vavr.concurrent.Promise",
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ThreadPoolExecutor");

    private static final Set<String> THREAD_CALLS = Set.of(
            "java.lang.Thread.<init>",
            "java.lang.Thread.ofPlatform",
            "java.lang.Thread.ofVirtual",
            "java.lang.Thread.sleep",
            "java.lang.Thread.start",
            "java.lang.Thread.startVirtualThread");

    private static final Set<String> SLEEPS = Set.of(
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos",
            "java.util.concurrent.locks.LockSupport.parkUntil");

    private Hidden() {}

    /** A clock that was not handed in. */
    public static DescribedPredicate<JavaAccess<?>> clock() {
        return access("a hidden clock", access -> CLOCKS.contains(name(access)) || readsSystemTime(access));
    }

    /** A calendar clock that was not handed in; a monotonic ticker is none. */
    public static DescribedPredicate<JavaAccess<?>> calendar() {
        return access(
                "a hidden clock",
                access -> !name(access).equals(TICKER) && (CLOCKS.contains(name(access)) || readsSystemTime(access)));
    }

    /** Randomness that was not handed in. */
    public static DescribedPredicate<JavaAccess<?>> random() {
        return access(
                "hidden randomness",
                access -> RANDOM_OWNERS.contains(owner(access)) || RANDOM_CALLS.contains(name(access)));
    }

    /** A thread or an executor of one's own, or the common pool. */
    public static DescribedPredicate<JavaAccess<?>> thread() {
        return access(
                "a thread, an executor factory or the common pool",
                access -> THREAD_OWNERS.contains(owner(access))
                        || THREAD_CALLS.contains(name(access))
                        || usesCommonPool(access));
    }

    /** Waiting on a thread. */
    public static DescribedPredicate<JavaAccess<?>> sleep() {
        return access("a sleep", access -> SLEEPS.contains(name(access)));
    }

    /** Parallel streams and array operations, which borrow the common pool. */
    public static DescribedPredicate<JavaAccess<?>> parallelism() {
        return access(
                "a parallel stream or array operation",
                access ->
                        owner(access).startsWith("java.util.") && member(access).startsWith("parallel"));
    }

    private static boolean readsSystemTime(JavaAccess<?> access) {
        boolean clockFactory = owner(access).equals("java.time.Clock")
                && (member(access).startsWith("system") || member(access).startsWith("tick"));
        boolean now = owner(access).startsWith("java.time.") && member(access).equals("now");
        return (clockFactory || now) && !takesClock(access);
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().equals("java.time.Clock"));
    }

    private static boolean usesCommonPool(JavaAccess<?> access) {
        return owner(access).equals("java.util.concurrent.CompletableFuture")
                && member(access).endsWith("Async");
    }

    private static String name(JavaAccess<?> access) {
        return owner(access) + "." + member(access);
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static String member(JavaAccess<?> access) {
        return access.getTarget().getName();
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(what, test);
    }
}
