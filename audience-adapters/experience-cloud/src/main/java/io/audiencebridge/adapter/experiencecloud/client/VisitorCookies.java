// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What the cookies of one web request say about a visitor: {@code AMCV}, {@code AMCVS}, {@code s_ecid} and {@code s_vi}. Immutable; prints no value. Cookies of another
 * organisation are not looked at, since a visitor has another id there.
 */
public final class VisitorCookies {
    private static final String SECOND = "s_ecid";
    private static final String ANALYTICS = "s_vi";

    private final Option<VisitorCookie> main;
    private final Option<VisitorCookie> second;
    private final Option<AnalyticsId> analyticsId;
    private final boolean sessionLives;

    private VisitorCookies(
            Option<VisitorCookie> main,
            Option<VisitorCookie> second,
            Option<AnalyticsId> analyticsId,
            boolean sessionLives) {
        this.main = main;
        this.second = second;
        this.analyticsId = analyticsId;
        this.sessionLives = sessionLives;
    }

    /**
     * Reads the value of a request's {@code Cookie} header; several headers may be joined with semicolons. Left: one of these cookies is not what it should be, when read
     * strictly.
     */
    public static Either<Violation, VisitorCookies> read(String header, ImsOrgId organisation, Reading reading) {
        Map<String, String> cookies = CookieHeader.read(header);
        Either<Violation, Option<VisitorCookie>> main = cookie(cookies.get("AMCV_" + organisation.value()), reading);
        Either<Violation, Option<VisitorCookie>> second = cookie(cookies.get(SECOND), reading);
        Either<Violation, Option<AnalyticsId>> analytics = cookies.get(ANALYTICS)
                .map(value -> AnalyticsId.parseCookie(value, reading).map(Option::some))
                .getOrElse(Either.right(Option.none()));
        boolean lives = cookies.get("AMCVS_" + organisation.value()).contains("1");
        if (reading == Reading.LENIENT) {
            return Either.right(
                    new VisitorCookies(known(main), known(second), analytics.getOrElse(Option.none()), lives));
        }
        return main.flatMap(
                one -> second.flatMap(other -> analytics.map(id -> new VisitorCookies(one, other, id, lives))));
    }

    /** The AMCV cookie of the organisation. */
    public Option<VisitorCookie> main() {
        return main;
    }

    /** The visitor id: of the AMCV cookie, else of {@code s_ecid}; usually they agree. None when the visitor has opted out. */
    public Option<VisitorId> visitorId() {
        return isOptedOut()
                ? Option.none()
                : main.flatMap(VisitorCookie::visitorId).orElse(() -> second.flatMap(VisitorCookie::visitorId));
    }

    /** The visitor id, if it is an Experience Cloud id. */
    public Option<Ecid> ecid() {
        return visitorId().flatMap(VisitorId::ecid);
    }

    /** The id of Adobe Analytics: of the AMCV cookie, else of {@code s_vi}. */
    public Option<AnalyticsId> analyticsId() {
        return main.flatMap(VisitorCookie::analyticsId).orElse(analyticsId);
    }

    /** Whether the visitor must not be followed. */
    public boolean isOptedOut() {
        return main.exists(VisitorCookie::isOptedOut) || second.exists(VisitorCookie::isOptedOut);
    }

    /** Whether the browser's session, which some fields end with, still lives. */
    public boolean sessionLives() {
        return sessionLives;
    }

    @Override
    public String toString() {
        return "VisitorCookies[" + main.map(VisitorCookie::toString).getOrElse("no AMCV cookie") + "]";
    }

    private static Either<Violation, Option<VisitorCookie>> cookie(Option<String> value, Reading reading) {
        return value.map(text -> VisitorCookie.read(text, reading).map(Option::some))
                .getOrElse(Either.right(Option.none()));
    }

    private static Option<VisitorCookie> known(Either<Violation, Option<VisitorCookie>> read) {
        return read.getOrElse(Option.none());
    }
}
