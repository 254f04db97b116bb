// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Shows that the rules of the contracts bite: each fails on a port that is broken on purpose, in the way that {@code violators.txt} says, and holds on the sound port. Extended by
 * the tests of sound implementations, which name the classes that extend contracts.
 */
@Tag("kit")
public abstract class BrokenPortsContract {
    /** For subclasses. */
    protected BrokenPortsContract() {}

    /** Tests of sound ports: each extends a contract. */
    protected abstract List<Class<?>> tests();

    /** Whether a rule is to be tried here; all are, unless somebody else shows some of them. */
    protected boolean tries(String rule) {
        return true;
    }

    @TestFactory
    Stream<DynamicTest> a_rule_fails_on_a_broken_port() {
        Map<String, List<Defect>> violators = Violators.byRule();
        return tests().stream()
                .flatMap(test -> rulesOf(test)
                        .filter(rule -> tries(number(rule)))
                        .flatMap(rule -> violators.getOrDefault(number(rule), List.of()).stream()
                                .map(defect -> DynamicTest.dynamicTest(
                                        number(rule) + " on " + defect + " (" + test.getSimpleName() + ")",
                                        () -> assertThat(Trial.broken(test, rule, defect)
                                                        .failed())
                                                .contains(number(rule))))));
    }

    /** Seen through the same glass without a flaw, so that no rule fails for the glass's sake. */
    @TestFactory
    Stream<DynamicTest> a_sound_port_keeps_every_rule() {
        return tests().stream()
                .map(test -> DynamicTest.dynamicTest(test.getSimpleName(), () -> {
                    Trial trial = Trial.flawless(
                            test,
                            rulesOf(test).filter(rule -> tries(number(rule))).toList());

                    assertThat(trial.failed()).isEmpty();
                    assertThat(trial.run()).isNotEmpty();
                }));
    }

    /** The tests with a number that a class is held to, its own and those of its contracts. */
    static Stream<Method> rulesOf(Class<?> test) {
        return Stream.<Class<?>>iterate(test, type -> type != Object.class && type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Rule.class))
                .sorted(Comparator.comparing(BrokenPortsContract::number));
    }

    static String number(Method rule) {
        return Objects.requireNonNull(rule.getAnnotation(Rule.class)).value();
    }
}
