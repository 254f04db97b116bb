// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A destination of URLs: one for each segment, or one for all with their aliases joined. Source: audience-manager.md,
 * section 2.8.
 *
 * @param serialized whether there is one URL for all
 * @param format that URL, with {@code %ALIAS%} in it
 * @param secureFormat the same over TLS
 * @param delimiter what joins aliases
 * @param segments what is mapped
 */
public record UrlDestination(
        boolean serialized, String format, String secureFormat, String delimiter, List<MappedSegment> segments) {
    private static final Pattern ALIAS = Pattern.compile("(?i)%alias%");

    /** The segments cannot be changed. */
    public UrlDestination {
        segments = List.copyOf(segments);
    }

    /** A URL and the same over TLS. */
    record Call(String url, String secureUrl) {}

    /** The calls for somebody who is in some segments. */
    List<Call> calls(Set<Long> current, UnaryOperator<String> macros) {
        List<MappedSegment> active = segments.stream()
                .filter(segment -> current.contains(segment.sid()))
                .toList();
        if (!serialized) {
            return active.stream()
                    .map(segment -> call(segment.url(), segment.secureUrl(), segment.alias(), macros))
                    .toList();
        }
        String aliases = active.stream().map(MappedSegment::alias).collect(Collectors.joining(delimiter));
        return active.isEmpty()
                ? List.of()
                : Stream.of(call(format, secureFormat, aliases, macros)).toList();
    }

    private static Call call(String url, String secureUrl, String alias, UnaryOperator<String> macros) {
        return new Call(macros.apply(named(url, alias)), macros.apply(named(secureUrl, alias)));
    }

    private static String named(String url, String alias) {
        return ALIAS.matcher(url).replaceAll(java.util.regex.Matcher.quoteReplacement(alias));
    }
}
