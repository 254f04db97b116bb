// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Every contract of the kit, found by looking. */
final class Contracts {
    private Contracts() {}

    /** By name. */
    static List<Class<?>> all() {
        return classes()
                .filter(type -> type.isAnnotationPresent(ContractOf.class))
                .toList();
    }

    /** The ports that some contract is of. */
    static Set<Class<?>> ports() {
        return all().stream()
                .flatMap(contract -> Stream.of(of(contract).value()))
                .collect(Collectors.toSet());
    }

    static ContractOf of(Class<?> contract) {
        return Objects.requireNonNull(contract.getAnnotation(ContractOf.class));
    }

    /** The tests that a contract declares itself, in the order of their rules. */
    static List<Method> tests(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .sorted(Comparator.comparing(Contracts::place))
                .toList();
    }

    static Optional<String> number(Method test) {
        return Optional.ofNullable(test.getAnnotation(Rule.class)).map(Rule::value);
    }

    /** The tags of a contract as people write them. */
    static List<String> tags(Class<?> contract) {
        return AnnotationSupport.findRepeatableAnnotations(contract, Tag.class).stream()
                .map(Tag::value)
                .toList();
    }

    private static int place(Method test) {
        return number(test)
                .map(rule -> Integer.parseInt(rule.substring(rule.indexOf('.') + 1)))
                .orElse(0);
    }

    private static Stream<Class<?>> classes() {
        try {
            Path home = Path.of(ContractOf.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = home.resolve(ContractOf.class.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Contract.class"))
                        .sorted()
                        .<Class<?>>map(Contracts::load)
                        .toList()
                        .stream();
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("The kit's classes cannot be looked through", unreadable);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(ContractOf.class.getPackageName() + "." + file.substring(0, file.length() - 6));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(file + " cannot be loaded", missing);
        }
    }
}
