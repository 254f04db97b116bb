// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiConsumer;

/** What the rules ask of a class where ArchUnit has no word for it. */
final class Conditions {

    private Conditions() {}

    static ArchCondition<JavaClass> lookOnlyDown(DomainMap map) {
        return condition("stand on the map and look only down", (type, events) -> {
            if (map.levelOf(type) == DomainMap.UNMAPPED) {
                report(type, "%s is in no layer of DomainMap".formatted(type.getName()), events);
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> !looksDown(dependency, map))
                    .forEach(dependency -> report(type, dependency.getDescription(), events));
        });
    }

    static ArchCondition<JavaClass> beValues() {
        return condition("be a record, an enum or the builder of a value", (type, events) -> {
            boolean generated = type.getSimpleName().startsWith("Immutable");
            if (!type.isRecord()
                    && !type.isEnum()
                    && !generated
                    && !type.getSimpleName().equals("package-info")) {
                report(type, type.getName() + " is code beside the ports", events);
            }
        });
    }

    private static boolean looksDown(Dependency dependency, DomainMap map) {
        JavaClass from = dependency.getOriginClass();
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        return !map.holds(to) || map.partOf(from).equals(map.partOf(to)) || map.levelOf(from) > map.levelOf(to);
    }

    private static ArchCondition<JavaClass> condition(String sentence, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(sentence) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }

    private static void report(JavaClass type, String message, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(type, message));
    }
}
