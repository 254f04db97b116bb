// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment's rule over traits. Source: Audience Manager, "Segment code syntax".
 *
 * @param text such as {@code 101T} or {@code (101T OR 102T) AND 103T}
 */
public record SegmentRule(String text) {
    private static final Pattern TRAIT = Pattern.compile("\\b\\d{1,18}[Tt]\\b");
    private static final Pattern ONE_TRAIT = Pattern.compile("\\s*(\\(*)\\s*(\\d{1,18})[Tt]\\s*(\\)*)\\s*");

    /** True for those who have the trait. */
    public static SegmentRule of(long trait) {
        return new SegmentRule(trait + "T");
    }

    /** How many traits it names, one that stands in it twice counted twice. */
    long traits() {
        return TRAIT.matcher(text).results().count();
    }

    /** The one trait that decides alone; none for any other rule. */
    public Option<Long> onlyTrait() {
        Matcher matcher = ONE_TRAIT.matcher(text.replaceAll("(?<=[()])\\s+|\\s+(?=[()])", ""));
        return matcher.matches()
                        && matcher.group(1).length() == matcher.group(3).length()
                ? Option.some(Long.valueOf(matcher.group(2)))
                : Option.none();
    }
}
