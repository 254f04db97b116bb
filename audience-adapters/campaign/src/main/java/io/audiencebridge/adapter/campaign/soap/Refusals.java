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
import java.util.regex.Pattern;

/** What Campaign's faults mean to us. Source: Campaign's error codes as its own documents and clients show them; the most telling code decides. */
final class Refusals {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String SESSION_OVER = "XSV-350008";
    static final String TOKEN_OVER = "XSV-350114";
    private static final String BAD_LOGON = "XSV-350012";
    private static final String BAD_ZONE = "XSV-350013";
    private static final String NO_RECORD = "WDB-200011";
    private static final Vector<String> OUT_OF_ORDER =
            Vector.of("XSV-350122", "XSV-350063", "SOP-330021", "INT-150012", "IOB-090007", "WEB-530007");
    private static final Vector<String> NO_SUCH_METHOD =
            Vector.of("SOP-330003", "SOP-330005", "SOP-330006", "SOP-330024");
    private static final Vector<String> DATABASE = Vector.of("PGS-220000", "ODB-240000");

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

    private Refusals() {}

    /** Whether a new session and the same call once more can help. */
    static boolean isSignedOut(Fault fault) {
        return fault.has(SESSION_OVER) || fault.has(TOKEN_OVER);
    }

    static BridgeError error(SoapCall request, Fault fault, Call call) {
        Incident incident = Incident.at(SystemId.CAMPAIGN, call.correlationId());
        String what = "Campaign refused " + request + " (" + fault + "); ";
        if (isSignedOut(fault)) {
            return new BridgeError.AccessDenied(
                    what + "a fresh sign-in did not help: check that the operator is enabled and its session allowed",
                    incident);
        }
        if (fault.has(BAD_LOGON)) {
            return new BridgeError.AccessDenied(what + "check operator and password", incident);
        }
        if (fault.has(BAD_ZONE)) {
            return new BridgeError.AccessDenied(
                    what + "let the operator's security zone admit this machine's address", incident);
        }
        return byCause(request, fault, what, incident);
    }

    private static BridgeError byCause(SoapCall request, Fault fault, String what, Incident incident) {
        if (mentions(fault, NO_RIGHT)) {
            return new BridgeError.AccessDenied(
                    what + "give the operator the rights that the README of this adapter lists", incident);
        }
        if (fault.hasAny(OUT_OF_ORDER)) {
            return new BridgeError.Unavailable(what + "the instance is out of order; repeat later", incident, PAUSE);
        }
        if (fault.has(NO_RECORD)) {
            return new BridgeError.NotFound(what + "the record is gone; browse the lists again", incident);
        }
        if (fault.hasAny(DATABASE)) {
            return database(fault, what, incident);
        }
        return byRequest(request, fault, what, incident);
    }

    private static BridgeError database(Fault fault, String what, Incident incident) {
        if (mentions(fault, PASSING)) {
            return new BridgeError.Unavailable(what + "its database is busy; repeat later", incident, PAUSE);
        }
        if (fault.mentions(DANGLING)) {
            return new BridgeError.Conflict(
                    what + "a list or recipient that it names was deleted meanwhile; repeat the run with fresh data",
                    incident);
        }
        if (mentions(fault, NOT_UNIQUE)) {
            return new BridgeError.Conflict(what + "such a record is there already; read it, then decide", incident);
        }
        return new BridgeError.RejectedBySystem(
                what + "its database refused; ask the instance's administrator for the log of this time", incident);
    }

    private static BridgeError byRequest(SoapCall request, Fault fault, String what, Incident incident) {
        if (fault.codes().exists(code -> code.startsWith("XTK-") || code.startsWith("XFR-"))) {
            return unknownName(request, fault, incident);
        }
        if (fault.hasAny(NO_SUCH_METHOD)) {
            return new BridgeError.ProtocolBreach(
                    what
                            + "the instance has no such method; check that its address is that of Campaign Classic v7 or v8",
                    incident);
        }
        return new BridgeError.RejectedBySystem(
                what + "its details are in the instance's log of this time; with showErrors off they are not told",
                incident);
    }

    /** Names only what the request itself named: the fault's own words may quote a person's data. */
    private static BridgeError unknownName(SoapCall request, Fault fault, Incident incident) {
        Seq<String> named = request.subjects().filter(fault::mentions);
        Seq<String> told = named.isEmpty() ? request.subjects() : longest(named);
        return new BridgeError.InvalidRequest(
                Vector.of(new Violation(
                        told.mkString(" or "),
                        "Campaign does not know this name, or cannot use it here (" + fault
                                + "); check it against the instance's schemas")),
                incident);
    }

    /** Of {@code @id} and {@code @idle} in "@idle is unknown in nms:recipient" only the second is meant. */
    private static Seq<String> longest(Seq<String> named) {
        Seq<String> columns = named.filter(name -> !SCHEMA.matcher(name).matches());
        return (columns.isEmpty() ? named : columns)
                .filter(name -> !named.exists(other -> !other.equals(name) && other.contains(name)));
    }

    private static boolean mentions(Fault fault, Seq<String> texts) {
        return texts.exists(fault::mentions);
    }
}
