// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What Campaign's faults mean to us, most telling first: a code that only says that something inside went wrong decides when nothing inside says more. Source:
 * Campaign's error codes as its own documents and clients show them.
 */
final class Refusals {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Vector<String> DATABASE = Vector.of("PGS", "ODB");

    /** UNVERIFIED: no public text shows the code of a missing right, so its words are looked at. */
    private static final Vector<String> NO_RIGHT =
            Vector.of("access denied", "not have the right", "insufficient right");

    /** UNVERIFIED: the words of a database that was too busy. */
    private static final Vector<String> PASSING =
            Vector.of("deadlock", "40001", "too many connections", "connection refused", "timeout", "timed out");

    /** UNVERIFIED: the words of a broken uniqueness; {@code 23505} is PostgreSQL's state for it. */
    private static final Vector<String> NOT_UNIQUE = Vector.of("unique", "duplicate", "23505");

    /** UNVERIFIED: the words of a database that misses the other end of a link. */
    private static final String DANGLING = "foreign key";

    private static final Pattern SCHEMA = Pattern.compile("[a-z]+:\\w+");

    private static final Vector<Rule> RULES = Vector.of(
            on(codes("XSV-350012"), denied("check operator and password, or the IMS token")),
            on(codes("XSV-350013"), denied("let the operator's security zone admit this machine's address")),
            on(
                    fault -> fault.mentionsAny(NO_RIGHT),
                    denied("give the operator the rights that the README of this adapter lists")),
            on(
                    codes("XSV-350122", "SOP-330021", "INT-150012", "IOB-090007", "WEB-530007"),
                    unavailable("the instance is out of order; repeat later")),
            on(codes("WDB-200011"), missing("the record is gone; look for it again")),
            on(
                    codes("XTK-170024"),
                    missing("the temporary schema is gone; run the workflow that makes it again, or use another list")),
            on(codes("XFR-180000"), Refusals::noSchema),
            on(family("XTK"), Refusals::unknownName),
            on(database(fault -> fault.mentionsAny(PASSING)), unavailable("its database is busy; repeat later")),
            on(
                    database(fault -> fault.mentions(DANGLING)),
                    conflict("a record that it names was deleted meanwhile; repeat the run with fresh data")),
            on(Refusals::isDuplicate, conflict("such a record is there already; read it, then decide")),
            on(
                    database(fault -> true),
                    rejected("its database refused; ask the instance's administrator for the log of this time")),
            on(
                    codes("XSV-350063"),
                    rejected("the instance has no data source; ask its administrator to check the server's settings")),
            on(
                    codes("SOP-330005", "SOP-330006"),
                    rejected("the instance does not offer this method; check its name, the server's build, and that the"
                            + " address is that of Campaign Classic v7 or v8")),
            on(
                    codes("SOP-330003", "SOP-330024"),
                    invalid("no service of the instance has this method; check service and method")),
            on(
                    codes("XSV-350023"),
                    rejected("the record could not be saved; its details are in the instance's log of this time")),
            on(
                    fault -> fault.codes().lastOption().contains("SOP-330007"),
                    invalid("a parameter cannot be read; check their number, order and types")),
            on(
                    family("DLV", "WKF", "JST", "SCR", "BAS"),
                    rejected("a script, workflow or delivery of the instance failed; look at its own log")));

    private static final Verdict VAGUE =
            rejected("its details are in the instance's log of this time; with showErrors off they are not told");

    private Refusals() {}

    /** What {@code fault} means, apart from a session that can be renewed. */
    static BridgeError error(SoapCall request, Fault fault, Call call) {
        if (fault.asksForSignIn()) {
            return signedOut(
                    request, fault, "check operator or token, and that the instance takes this kind of sign-in", call);
        }
        Verdict verdict =
                RULES.find(rule -> rule.fits().test(fault)).map(Rule::verdict).getOrElse(VAGUE);
        return verdict.on(new Refused(request, fault, incident(fault, call)));
    }

    /** The end of a session or token that no new one helps. */
    static BridgeError signedOut(SoapCall request, Fault fault, String remedy, Call call) {
        Refused refused = new Refused(request, fault, incident(fault, call));
        return new BridgeError.AccessDenied(refused.told(remedy), refused.incident());
    }

    /** Whether a record was there already, so that who only wanted it to be there has what he wanted. */
    static boolean isDuplicate(Fault fault) {
        return fault.isOf(DATABASE)
                && fault.mentionsAny(NOT_UNIQUE)
                && !fault.mentions(DANGLING)
                && !fault.mentionsAny(PASSING);
    }

    /** Whether none of its codes says more than that something went wrong, so that an HTTP status may say more. */
    static boolean isVague(Fault fault) {
        return !fault.asksForSignIn() && !RULES.exists(rule -> rule.fits().test(fault));
    }

    private static Incident incident(Fault fault, Call call) {
        return Incident.builder()
                .from(Incident.at(SystemId.CAMPAIGN, call.correlationId()))
                .addAllCodes(fault.codes())
                .build();
    }

    private static BridgeError noSchema(Refused refused) {
        Seq<String> schemas =
                refused.request().subjects().filter(name -> SCHEMA.matcher(name).matches());
        String what = schemas.isEmpty() ? "what it names" : schemas.mkString(" or ");
        return new BridgeError.NotFound(
                refused.told("the instance has no " + what + "; check the schema's name and the installed packages"),
                refused.incident());
    }

    /** Names only what the request itself named: the fault's own words may quote a person's data. */
    private static BridgeError unknownName(Refused refused) {
        Seq<String> subjects = refused.request().subjects();
        Seq<String> named = subjects.filter(refused.fault()::mentions);
        Seq<String> told = named.isEmpty() ? subjects : longest(named);
        return new BridgeError.InvalidRequest(
                Vector.of(new Violation(
                        told.isEmpty() ? refused.request().toString() : told.mkString(" or "),
                        "Campaign does not know this name, or cannot use it here (" + refused.fault()
                                + "); check it against the instance's schemas")),
                refused.incident());
    }

    /** Of {@code @id} and {@code @idle} in "@idle is unknown in nms:recipient" only the second is meant. */
    private static Seq<String> longest(Seq<String> named) {
        Seq<String> columns = named.filter(name -> !SCHEMA.matcher(name).matches());
        return (columns.isEmpty() ? named : columns)
                .filter(name -> !named.exists(other -> !other.equals(name) && other.contains(name)));
    }

    private static Rule on(Predicate<Fault> fits, Verdict verdict) {
        return new Rule(fits, verdict);
    }

    private static Predicate<Fault> codes(String... codes) {
        Vector<String> some = Vector.of(codes);
        return fault -> fault.hasAny(some);
    }

    private static Predicate<Fault> family(String... families) {
        Vector<String> some = Vector.of(families);
        return fault -> fault.isOf(some);
    }

    private static Predicate<Fault> database(Predicate<Fault> cause) {
        return fault -> fault.isOf(DATABASE) && cause.test(fault);
    }

    private static Verdict denied(String next) {
        return refused -> new BridgeError.AccessDenied(refused.told(next), refused.incident());
    }

    private static Verdict unavailable(String next) {
        return refused -> new BridgeError.Unavailable(refused.told(next), refused.incident(), PAUSE);
    }

    private static Verdict missing(String next) {
        return refused -> new BridgeError.NotFound(refused.told(next), refused.incident());
    }

    private static Verdict conflict(String next) {
        return refused -> new BridgeError.Conflict(refused.told(next), refused.incident());
    }

    private static Verdict rejected(String next) {
        return refused -> new BridgeError.RejectedBySystem(refused.told(next), refused.incident());
    }

    private static Verdict invalid(String what) {
        return refused -> new BridgeError.InvalidRequest(
                Vector.of(new Violation(
                        refused.request().toString(), "Campaign refused it (" + refused.fault() + "): " + what)),
                refused.incident());
    }

    /** Which faults mean what. */
    private record Rule(Predicate<Fault> fits, Verdict verdict) {}

    /** What a fault means. */
    @FunctionalInterface
    private interface Verdict {
        BridgeError on(Refused refused);
    }

    /** A call that was refused. */
    private record Refused(SoapCall request, Fault fault, Incident incident) {
        String told(String next) {
            return "Campaign refused " + request + " (" + fault + "); " + next;
        }
    }
}
