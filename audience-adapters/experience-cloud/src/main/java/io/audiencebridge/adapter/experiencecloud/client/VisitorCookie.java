// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What an AMCV cookie, or the cookie {@code s_ecid} of the same grammar, holds. Immutable; prints field names only. Source: Adobe's visitor library;
 * experience-cloud.md, section 2.7.
 */
public final class VisitorCookie {
    /** The field of the visitor id. */
    static final String VISITOR_ID = "MCMID";

    private static final String ANALYTICS_ID = "MCAID";
    private static final String REGION = "MCAAMLH";
    private static final String BLOB = "MCAAMB";
    private static final String OPT_OUT = "MCOPTOUT";
    private static final String NOT_OPTED_OUT = "NONE";

    /** How long the library takes region and blob for fresh. */
    private static final Duration FRESH = Duration.ofDays(7);

    private final OptionalInt digest;
    private final Vector<CookieField> fields;

    VisitorCookie(OptionalInt digest, Vector<CookieField> fields) {
        this.digest = digest;
        this.fields = fields;
    }

    /** The name of {@code organisation}'s cookie, encoded as browsers send it. */
    public static String name(ImsOrgId organisation) {
        return "AMCV_" + Percent.encode(organisation.value());
    }

    /** The name of the cookie beside it whose value {@code 1} says that the browser's session lives. */
    public static String sessionName(ImsOrgId organisation) {
        return "AMCVS_" + Percent.encode(organisation.value());
    }

    /** Reads a cookie's value, percent-encoded or not. Left: it is none, when read strictly; lenient reading always finds something, if only nothing. */
    public static Either<Violation, VisitorCookie> read(String value, Reading reading) {
        return CookieGrammar.read(value, reading);
    }

    /** A cookie that holds nothing. */
    public static VisitorCookie empty() {
        return new VisitorCookie(OptionalInt.empty(), Vector.empty());
    }

    /** The smallest cookie: the visitor id, as Adobe's newer browser library writes it. */
    public static VisitorCookie of(Ecid ecid) {
        return empty().with(CookieField.of(VISITOR_ID, ecid.digits()));
    }

    /** A cookie of what the ID service answered at {@code now}, with the times that the older browser library gives. */
    public static VisitorCookie of(IdAnswer answer, Instant now) {
        Instant fresh = Instant.ofEpochSecond(now.getEpochSecond()).plus(FRESH);
        VisitorCookie cookie = empty().with(CookieField.of(
                VISITOR_ID, answer.visitorId().map(VisitorId::text).orElse(NOT_OPTED_OUT)));
        if (answer.region().isPresent()) {
            cookie = cookie.with(CookieField.until(
                    fresh, REGION, Integer.toString(answer.region().getAsInt())));
        }
        if (answer.blob().isPresent()) {
            cookie = cookie.with(CookieField.until(fresh, BLOB, answer.blob().get()));
        }
        String optOut = answer.optOuts().isEmpty() ? NOT_OPTED_OUT : String.join(",", answer.optOuts());
        return cookie.with(CookieField.builder()
                .name(OPT_OUT)
                .value(optOut)
                .expires(Instant.ofEpochSecond(now.plus(answer.optOutKept()).getEpochSecond()))
                .endsWithSession(true)
                .build());
    }

    /** This cookie with {@code field} at the end, in place of fields of its name. A field whose value holds a bar is left out when the cookie is written. */
    public VisitorCookie with(CookieField field) {
        return new VisitorCookie(
                digest, fields.reject(old -> old.name().equals(field.name())).append(field));
    }

    /** A hash of the library's version and servers that browsers put first; of no use to a server. */
    public OptionalInt digest() {
        return digest;
    }

    /** All fields, unknown ones included, in their order. */
    public Vector<CookieField> fields() {
        return fields;
    }

    /** The last field of that name. */
    public Option<CookieField> field(String name) {
        return fields.findLast(field -> field.name().equals(name));
    }

    /** The visitor id; none where there is none, or the visitor has opted out. */
    public Option<VisitorId> visitorId() {
        return value(VISITOR_ID)
                .filter(id -> !VisitorId.saysOptedOut(id))
                .flatMap(id -> VisitorId.parse(id, Reading.LENIENT).toOption());
    }

    /** The visitor id, if it is an Experience Cloud id. */
    public Option<Ecid> ecid() {
        return visitorId().flatMap(VisitorId::ecid);
    }

    /** Whether the visitor must not be followed. */
    public boolean isOptedOut() {
        boolean says =
                value(OPT_OUT).exists(kinds -> !kinds.equals(NOT_OPTED_OUT) && !kinds.equals("isoptedout-false"));
        return says || value(VISITOR_ID).exists(VisitorId::saysOptedOut);
    }

    /** The id of Adobe Analytics. */
    public Option<AnalyticsId> analyticsId() {
        return value(ANALYTICS_ID)
                .flatMap(id -> AnalyticsId.parse(id, Reading.LENIENT).toOption());
    }

    /** The service's region for this visitor, stale or not. */
    public OptionalInt region() {
        return value(REGION)
                .filter(number -> number.matches("[0-9]{1,4}"))
                .map(number -> OptionalInt.of(Integer.parseInt(number)))
                .getOrElse(OptionalInt.empty());
    }

    /** What the service wants to be given back. */
    public Option<String> blob() {
        return value(BLOB);
    }

    /** The version of the library that wrote it. */
    public Option<String> version() {
        return value("vVersion");
    }

    /** The value for a {@code Set-Cookie} or {@code Cookie} header, percent-encoded. */
    public String value() {
        return Percent.encode(CookieGrammar.text(this));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VisitorCookie that && digest.equals(that.digest) && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "VisitorCookie[" + fields.map(CookieField::name).mkString(", ") + "]";
    }

    private Option<String> value(String name) {
        return field(name).map(CookieField::value);
    }
}
