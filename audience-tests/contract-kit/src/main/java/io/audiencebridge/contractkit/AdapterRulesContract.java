// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.audiencebridge.contractkit.architecture.AudienceBridgeRules;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What the code of every adapter keeps to: {@link AudienceBridgeRules}, a test for each. The test of an adapter extends this class. */
@Tag("required")
@Tag("architecture")
public abstract class AdapterRulesContract {
    /** For subclasses. */
    protected AdapterRulesContract() {}

    /** The package of the adapter's factory; all below it is the adapter, without what is in its tests. */
    protected abstract String root();

    @TestFactory
    Stream<DynamicTest> the_adapter_keeps_to_the_rules() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root());
        assertThat(classes).as("classes in " + root() + " and below").isNotEmpty();
        return Arrays.stream(AudienceBridgeRules.values())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.number() + " " + rule, () -> rule.in(root() + "..").check(classes)));
    }
}
