// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HouseRulesTest {

    @ParameterizedTest
    @EnumSource
    void the_product_keeps(HouseRule rule) {
        EvaluationResult result = rule.below(DomainMap.PRODUCT).evaluate(Product.CLASSES);

        assertThat(result.getFailureReport().getDetails()).as(rule.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.audiencebridge.architecturetests.DomainMap#packages")
    void a_package_that_the_rules_name_is_inhabited(String name) {
        String home = new DomainMap(DomainMap.PRODUCT).domain() + "." + name;

        assertThat(isInhabited(home)).as("classes in %s", home).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sdk",
                "sandbox",
                "observation",
                "springbootstarter",
                "adapter.http",
                "adapter.campaign",
                "adapter.engineduckdb",
                "adapter.journaljdbc",
                "adapter.storages3",
                "adapter.storagesftp"
            })
    void a_room_around_the_domain_that_the_rules_name_is_inhabited(String room) {
        assertThat(isInhabited(DomainMap.PRODUCT + "." + room))
                .as("classes in %s", room)
                .isTrue();
    }

    private static boolean isInhabited(String home) {
        return Product.CLASSES.stream()
                .map(type -> type.getPackageName() + ".")
                .anyMatch(found -> found.startsWith(home + "."));
    }
}
