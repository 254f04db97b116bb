// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that nothing breaks is no rule: each has a line in {@code violators.txt}, which the tests of sound ports run. */
final class EveryRuleHasAViolatorTest {
    @Test
    void a_rule_without_a_violator_is_seen() {
        Set<String> rules = rules();
        rules.removeAll(Violators.byRule().keySet());

        assertThat(rules).as("rules without a violator").isEmpty();
    }

    @Test
    void a_violator_of_no_rule_is_seen() {
        assertThat(rules()).containsAll(Violators.byRule().keySet());
    }

    @Test
    void a_violator_breaks_a_port_that_is_there() {
        Set<String> ports = Stream.concat(
                        Ports.all().stream(), Stream.<Class<?>>of(KeySource.class, KeySink.class, EventSource.class))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(Violators.byRule().values())
                .allSatisfy(
                        defects -> assertThat(defects).extracting(Defect::port).isSubsetOf(ports));
    }

    /** Those of factories are broken by hand in {@code FactoryRulesBiteTest}. */
    private static Set<String> rules() {
        return Contracts.all().stream()
                .filter(contract -> contract != FactoryContract.class)
                .flatMap(contract -> Contracts.tests(contract).stream())
                .flatMap(test -> Contracts.number(test).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
