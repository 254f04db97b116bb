// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The text of {@code adobe_mc}: {@code TS=<seconds>|MCMID=<id>|MCAID=<id>|MCORGID=<organisation>}, in any order. */
final class HandOverGrammar {
    static final String NAME = "adobe_mc";

    private static final String START = NAME + "=";

    private static final int DIGITS_OF_MILLISECONDS = 14;

    private HandOverGrammar() {}

    static Either<Violation, HandOver> read(String value, ImsOrgId own, Instant now, HandOverRules rules) {
        return LinkMembers.read(NAME, value, own).flatMap(members -> read(members, own, now, rules));
    }

    private static Either<Violation, HandOver> read(
            Map<String, String> members, ImsOrgId own, Instant now, HandOverRules rules) {
        return written(members.getOrDefault("TS", ""), now, rules)
                .flatMap(time -> VisitorId.parse(members.getOrDefault("MCMID", ""), rules.ids())
                        .map(visitor -> HandOver.builder()
                                .visitorId(visitor)
                                .analyticsId(AnalyticsId.parse(members.getOrDefault("MCAID", ""), rules.ids())
                                        .toJavaOptional())
                                .organisation(own)
                                .written(time)
                                .build()));
    }

    private static Either<Violation, Instant> written(String text, Instant now, HandOverRules rules) {
        boolean isNumber = LinkMembers.isNumber(text, DIGITS_OF_MILLISECONDS);
        boolean inSeconds = text.length() <= LinkMembers.DIGITS_OF_SECONDS;
        if (!isNumber || !(inSeconds || rules.milliseconds())) {
            return wrong("has a TS that is no time in seconds");
        }
        long number = Long.parseLong(text);
        Instant time = inSeconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        if (now.getEpochSecond() - time.getEpochSecond() > rules.longestAge().toSeconds()) {
            return wrong("is older than " + rules.longestAge() + "; let the visitor follow a fresh link");
        }
        if (time.getEpochSecond() - now.getEpochSecond() > rules.farthestAhead().toSeconds()) {
            return wrong("was written more than " + rules.farthestAhead()
                    + " in the future; compare the clocks, or allow a skew");
        }
        return Either.right(time);
    }

    /** The order of Adobe's newer libraries. */
    static String value(HandOver handOver) {
        List<String> members = new ArrayList<>();
        members.add("TS=" + handOver.written().getEpochSecond());
        members.add("MCMID=" + Percent.encode(handOver.visitorId().text()));
        handOver.analyticsId().ifPresent(id -> members.add("MCAID=" + Percent.encode(id.text())));
        members.add("MCORGID=" + Percent.encode(handOver.organisation().value()));
        return Percent.encode(String.join("|", members));
    }

    static String append(String address, String parameter) {
        int hash = address.indexOf('#');
        String before = hash < 0 ? address : address.substring(0, hash);
        String fragment = hash < 0 ? "" : address.substring(hash);
        String clean = without(before);
        int question = clean.indexOf('?');
        boolean needsNothing = question == clean.length() - 1 || clean.endsWith("&");
        String separator = question < 0 ? "?" : needsNothing ? "" : "&";
        return clean + separator + parameter + fragment;
    }

    private static String without(String address) {
        int question = address.indexOf('?');
        if (question < 0 || !address.contains(START)) {
            return address;
        }
        List<String> kept = new ArrayList<>();
        for (String pair : address.substring(question + 1).split("&", -1)) {
            if (!pair.startsWith(START)) {
                kept.add(pair);
            }
        }
        return kept.isEmpty()
                ? address.substring(0, question)
                : address.substring(0, question + 1) + String.join("&", kept);
    }

    private static <T> Either<Violation, T> wrong(String why) {
        return Either.left(new Violation(NAME, why));
    }
}
