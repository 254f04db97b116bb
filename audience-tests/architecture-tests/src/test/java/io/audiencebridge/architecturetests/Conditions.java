// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rules ask of a class where ArchUnit has no word for it. */
final class Conditions {

    private static final List<String> BOXED = List.of("java.lang.Long", "java.lang.Integer");
    private static final String ANSWER = "io.vavr.control.Either";

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

    static ArchCondition<JavaClass> boxNoIds() {
        return condition("declare no boxed id as field, parameter or return", (type, events) -> {
            declared(type, member -> true).filter(Conditions::boxes).forEach(member -> {
                report(type, member.getDescription() + " boxes an id", events);
            });
        });
    }

    static ArchCondition<JavaClass> showOnly(Predicate<JavaClass> welcome) {
        return condition("show no third-party type in a public signature", (type, events) -> {
            declared(type, Conditions::isVisible)
                    .filter(member -> !typesOf(member).allMatch(welcome))
                    .forEach(member -> report(type, member.getDescription() + " shows a third-party type", events));
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

    static ArchCondition<JavaClass> answerCallsWithEither(String call) {
        return condition(
                "answer Either where they take a call",
                (type, events) -> type.getMethods().stream()
                        .filter(method -> method.getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.getName().equals(call)))
                        .filter(method -> !method.getRawReturnType().getName().equals(ANSWER))
                        .forEach(method -> report(type, method.getDescription() + " does not answer Either", events)));
    }

    private static boolean looksDown(Dependency dependency, DomainMap map) {
        JavaClass from = dependency.getOriginClass();
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        return !map.holds(to) || map.partOf(from).equals(map.partOf(to)) || map.levelOf(from) > map.levelOf(to);
    }

    private static Stream<JavaMember> declared(JavaClass type, Predicate<JavaMember> wanted) {
        return type.getMembers().stream().filter(wanted);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean boxes(JavaMember member) {
        return signatureOf(member).anyMatch(Conditions::boxes);
    }

    /** The answer of a call may be a boxed count, once per batch; a container inside the answer may not hold boxes. */
    private static boolean boxes(JavaType type) {
        if (type instanceof JavaParameterizedType answer
                && answer.toErasure().getName().equals(ANSWER)) {
            return answer.getActualTypeArguments().stream()
                    .filter(argument -> !BOXED.contains(argument.getName()))
                    .anyMatch(Conditions::boxes);
        }
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> BOXED.contains(raw.getName()));
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        return signatureOf(member).flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    private static Stream<JavaType> signatureOf(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                ? Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                : Stream.of(((JavaField) member).getType());
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
