// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Finds everything in a call that cannot be sent as it is meant; no message holds a value. */
final class MethodCheck {
    private static final Pattern SERVICE =
            Pattern.compile("[a-z][a-z0-9]*:[A-Za-z][A-Za-z0-9]*(?:\\|[a-z][a-z0-9]*:[A-Za-z][A-Za-z0-9]*)?");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?");
    private static final int DEEPEST = 64;
    private static final int LAST_YEAR = 9999;

    /** Prefixes that the envelope declares. */
    private static final Set<String> DECLARED = HashSet.of("", "xml", "xmlns", "xsd", "xsi", "ns", "SOAP-ENV");

    private MethodCheck() {}

    static Seq<Violation> of(SoapMethod method) {
        return unless(
                        SERVICE.matcher(method.service()).matches(),
                        "service",
                        "must be a namespace and a name, such as xtk:session")
                .appendAll(unless(
                        METHOD.matcher(method.method()).matches(), "method", "must be a plain name, such as GetOption"))
                .appendAll(
                        Vector.ofAll(method.entity().stream()).flatMap(entity -> tree("entity", entity, DECLARED, 1)))
                .appendAll(Vector.ofAll(method.arguments()).flatMap(MethodCheck::argument));
    }

    private static Vector<Violation> argument(SoapMethod.Argument<?> argument) {
        boolean named =
                METHOD.matcher(argument.name()).matches() && !argument.name().endsWith("sessiontoken");
        return unless(named, "arguments", "each must have a plain name other than that of the session token")
                .appendAll(
                        argument.type().javaType().isInstance(argument.value())
                                ? value(argument.name(), argument.value())
                                : one(argument.name(), "must be of type " + argument.type()));
    }

    private static Vector<Violation> value(String name, Object value) {
        if (value instanceof String text) {
            return text(name, text);
        }
        if (value instanceof Float || value instanceof Double) {
            return unless(
                    Double.isFinite(((Number) value).doubleValue()),
                    name,
                    "must be a number, neither NaN nor infinite");
        }
        if (value instanceof Instant time) {
            return year(
                    name,
                    time.isBefore(Instant.EPOCH
                                    .atOffset(ZoneOffset.UTC)
                                    .withYear(LAST_YEAR + 1)
                                    .toInstant())
                            && !time.isBefore(Instant.EPOCH
                                    .atOffset(ZoneOffset.UTC)
                                    .withYear(1)
                                    .toInstant()));
        }
        if (value instanceof LocalDate day) {
            return year(name, day.getYear() >= 1 && day.getYear() <= LAST_YEAR);
        }
        return value instanceof XmlElement element ? tree(name, element, DECLARED, 1) : Vector.empty();
    }

    private static Vector<Violation> tree(String name, XmlElement element, Set<String> above, int depth) {
        if (depth > DEEPEST) {
            return one(name, "is nested deeper than " + DEEPEST + " elements");
        }
        Set<String> prefixes = above.addAll(element.attributes()
                .keySet()
                .filter(attribute -> attribute.startsWith("xmlns:"))
                .map(attribute -> attribute.substring("xmlns:".length())));
        Vector<Violation> found = unless(
                        isName(element.name(), prefixes)
                                && element.attributes().keySet().forAll(attribute -> isName(attribute, prefixes)),
                        name,
                        "has an element or attribute whose name is no XML name, or whose prefix is not declared")
                .appendAll(text(name, element.text()))
                .appendAll(element.attributes().values().flatMap(each -> text(name, each)));
        return found.appendAll(element.children().flatMap(child -> tree(name, child, prefixes, depth + 1)));
    }

    private static boolean isName(String name, Set<String> prefixes) {
        return NAME.matcher(name).matches() && prefixes.contains(name.substring(0, Math.max(0, name.indexOf(':'))));
    }

    private static Vector<Violation> text(String name, String text) {
        int at = MarkupWriter.uncarriable(text);
        return unless(at < 0, name, "has a character at position " + (at + 1) + " that XML cannot carry; take it out");
    }

    private static Vector<Violation> year(String name, boolean sound) {
        return unless(sound, name, "must lie in the years 1 to " + LAST_YEAR);
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : one(subject, message);
    }

    private static Vector<Violation> one(String subject, String message) {
        return Vector.of(new Violation(subject, message));
    }
}
