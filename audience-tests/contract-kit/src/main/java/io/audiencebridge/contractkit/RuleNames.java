// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tells a test by the number of its rule and its sentence: {@code R10.3 a change is told once}. */
final class RuleNames extends DisplayNameGenerator.Standard {
    RuleNames() {}

    @Override
    public String generateDisplayNameForMethod(
            List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        String sentence = sentence(testMethod);
        return AnnotationSupport.findAnnotation(testMethod, Rule.class)
                .map(rule -> rule.value() + " " + sentence)
                .orElse(sentence);
    }

    /** The rule as words; numbers that older names begin with are left out. */
    static String sentence(Method test) {
        return test.getName().replaceFirst("^rules?_\\d+(_to_\\d+)?_", "").replace('_', ' ');
    }
}
