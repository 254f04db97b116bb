// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rules ask of a class where ArchUnit has no word for it. Used by {@link AudienceBridgeRules} and by the rules of our own domain. */
public final class Signatures {
    private static final Set<String> BOXED = Set.of("java.lang.Long", "java.lang.Integer");
    private static final Set<String> SOURCES = Set.of("KeySource", "EventSource");
    private static final String ANSWER = "io.vavr.control.Either";

    private Signatures() {}

    /** Declares no boxed id: as a field, a parameter, or inside an answer. The answer of a call itself may be a boxed count, once per batch. */
    public static ArchCondition<JavaClass> boxNoIds() {
        return condition(
                "declare no boxed id as field, parameter or return",
                (type, events) -> type.getMembers().stream()
                        .filter(Signatures::boxes)
                        .forEach(member -> report(type, member.getDescription() + " boxes an id", events)));
    }

    /** Shows only welcome types where others can see them. */
    public static ArchCondition<JavaClass> showOnly(Predicate<JavaClass> welcome) {
        return condition(
                "show no third-party type in a public signature",
                (type, events) -> type.getMembers().stream()
                        .filter(Signatures::isVisible)
                        .filter(member -> !typesOf(member).allMatch(welcome))
                        .forEach(
                                member -> report(type, member.getDescription() + " shows a third-party type", events)));
    }

    /** Answers {@code Either} wherever a public method takes a {@code call}, a class name. A builder that is told its call makes none. */
    public static ArchCondition<JavaClass> answerCallsWithEither(String call) {
        return condition(
                "answer Either where they take a call",
                (type, events) -> type.getMethods().stream()
                        .filter(Signatures::isVisible)
                        .filter(method -> takes(method, call))
                        .filter(method -> !method.getRawReturnType().getName().equals(ANSWER))
                        .filter(method -> !answersItself(type, method))
                        .forEach(method -> report(type, method.getDescription() + " does not answer Either", events)));
    }

    /** Can be made by {@code ServiceLoader}. */
    static ArchCondition<JavaClass> beMadeByOthers() {
        return condition("be public and have a public constructor without parameters", (type, events) -> {
            boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                    && type.tryGetConstructor()
                            .filter(made -> made.getModifiers().contains(JavaModifier.PUBLIC))
                            .isPresent();
            if (!open) {
                report(type, type.getName() + " cannot be made by the service loader", events);
            }
        });
    }

    /** Holds what must not be printed in a type that cannot print it. */
    static ArchCondition<JavaClass> hideSecrets(Predicate<String> secret) {
        return condition(
                "answer secrets as Secret",
                (type, events) -> type.getMethods().stream()
                        .filter(method -> method.getRawParameterTypes().isEmpty() && secret.test(method.getName()))
                        .filter(method -> typesOf(method).anyMatch(Signatures::isText))
                        .forEach(
                                method -> report(type, method.getDescription() + " answers a secret as text", events)));
    }

    /** Does nothing per row that costs an object of a library or a box, in the methods that take or give batches. */
    static ArchCondition<JavaClass> passBatchesPlainly() {
        return condition(
                "pass batches on without collections, streams and boxes",
                (type, events) -> type.getMethods().stream()
                        .filter(Signatures::passesBatches)
                        .flatMap(method -> method.getAccessesFromSelf().stream())
                        .filter(Signatures::isCostlyPerRow)
                        .forEach(access -> report(type, access.getDescription(), events)));
    }

    /** Puts no id into the text of an error: no method both makes one and reads a person's id as text. */
    static ArchCondition<JavaClass> nameNobody(String errors, Predicate<JavaAccess<?>> readsAnId) {
        return condition(
                "name nobody in an error",
                (type, events) -> type.getCodeUnits().stream()
                        .filter(unit -> unit.getAccessesFromSelf().stream()
                                .anyMatch(access -> access.getTargetOwner()
                                                .getName()
                                                .startsWith(errors)
                                        && (access.getTarget().getName().equals("of")
                                                || access.getTarget().getName().equals("<init>"))))
                        .flatMap(unit -> unit.getAccessesFromSelf().stream())
                        .filter(readsAnId)
                        .forEach(access ->
                                report(type, access.getDescription() + " beside the making of an error", events)));
    }

    private static boolean passesBatches(JavaMethod method) {
        boolean gives = method.getName().equals("next")
                && method.getRawParameterTypes().isEmpty()
                && method.getOwner().getAllRawInterfaces().stream()
                        .anyMatch(port -> SOURCES.contains(port.getSimpleName()));
        boolean takes = method.getName().equals("accept")
                && method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getSimpleName().equals("TextKeys"));
        return gives || takes;
    }

    private static boolean isCostlyPerRow(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return owner.startsWith("io.vavr.collection.")
                || owner.startsWith("java.util.stream.")
                || (owner.equals("java.lang.Long") && name.equals("valueOf"));
    }

    private static boolean isText(JavaClass type) {
        return type.isEquivalentTo(String.class)
                || type.getBaseComponentType().isEquivalentTo(char.class)
                || type.getBaseComponentType().isEquivalentTo(byte.class);
    }

    private static boolean takes(JavaMethod method, String type) {
        return method.getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.getName().equals(type));
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean answersItself(JavaClass type, JavaMethod method) {
        JavaClass answer = method.getRawReturnType();
        return !answer.isEquivalentTo(Object.class)
                && (answer.isAssignableFrom(type.getName()) || answer.isAssignableTo(type.getName()));
    }

    private static boolean boxes(JavaMember member) {
        return signatureOf(member).anyMatch(Signatures::boxes);
    }

    private static boolean boxes(JavaType type) {
        if (type instanceof JavaParameterizedType answer
                && answer.toErasure().getName().equals(ANSWER)) {
            return answer.getActualTypeArguments().stream()
                    .filter(argument -> !BOXED.contains(argument.getName()))
                    .anyMatch(Signatures::boxes);
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
