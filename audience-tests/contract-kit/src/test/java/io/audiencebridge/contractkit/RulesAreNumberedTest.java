// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule is known by its number, once and for ever. */
final class RulesAreNumberedTest {
    private static final Pattern NUMBER = Pattern.compile("R(\\d{1,2})\\.(\\d{1,2})");
    private static final Pattern DECISION = Pattern.compile("S\\d{1,2}");

    static List<Class<?>> contracts() {
        return Contracts.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_test_of_a_contract_has_a_number_of_its_contract(Class<?> contract) {
        List<String> firsts = Contracts.tests(contract).stream()
                .map(test -> Contracts.number(test).orElse("no number: " + test.getName()))
                .map(number -> NUMBER.matcher(number).replaceFirst("R$1"))
                .distinct()
                .toList();

        assertThat(firsts).hasSize(1).allMatch(first -> first.matches("R\\d{1,2}"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_contract_has_a_group_and_names_decisions_by_their_number(Class<?> contract) {
        if (contract != StreamContract.class) {
            assertThat(Contracts.tags(contract)).isNotEmpty();
        }
        assertThat(Contracts.of(contract).semantics()).allMatch(DECISION.asMatchPredicate());
    }

    @Test
    void no_number_is_given_out_twice() {
        List<String> numbers = Contracts.all().stream()
                .flatMap(contract -> Contracts.tests(contract).stream())
                .flatMap(test -> Contracts.number(test).stream())
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThan(200);
    }

    @Test
    void a_test_is_told_by_its_number_and_its_sentence() throws NoSuchMethodException {
        Method test = WriteRehearsalsContract.class.getDeclaredMethod("rule_1_nothing_is_created");

        assertThat(new RuleNames().generateDisplayNameForMethod(List.of(), WriteRehearsalsContract.class, test))
                .isEqualTo("R18.1 nothing is created");
    }
}
