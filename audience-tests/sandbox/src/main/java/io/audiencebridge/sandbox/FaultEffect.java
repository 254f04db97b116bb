// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a fault does to a request. All durations are real time, not the sandbox's virtual time. */
public sealed interface FaultEffect {

    /** The name used on the wire of the control API and in recorded exchanges. */
    String label();

    /** Answers with a status instead of asking the emulator. */
    record Status(int status, String body, Map<String, String> headers) implements FaultEffect {
        /** A status with a short text body and no headers of its own. */
        public Status(int status) {
            this(status, "Injected by the sandbox: HTTP " + status, Map.of());
        }

        @Override
        public String label() {
            return "status";
        }
    }

    /**
     * Campaign only: answers with a SOAP fault and HTTP 200 instead of asking the emulator.
     *
     * @param code such as {@code SOAP-ENV:Client}
     * @param text the fault's text, with its code in front, such as {@code XSV-350008 Session has expired.}
     * @param detail more lines, often with codes of their own; empty leaves the element out
     */
    record Fault(String code, String text, String detail) implements FaultEffect {
        /** A fault of the server. */
        public Fault(String text, String detail) {
            this("SOAP-ENV:Server", text, detail);
        }

        @Override
        public String label() {
            return "fault";
        }
    }

    /**
     * Lets the emulator act and changes the text of its answer, so that a real answer comes out malformed.
     *
     * @param pattern what is replaced, everywhere: a regular expression that also finds line ends by {@code .}
     * @param replacement what stands there instead, with {@code $1} for groups
     */
    record Rewrite(Pattern pattern, String replacement) implements FaultEffect {
        /** Reads the pattern. */
        public Rewrite(String pattern, String replacement) {
            this(Pattern.compile(pattern, Pattern.DOTALL), replacement);
        }

        @Override
        public String label() {
            return "rewrite";
        }
    }

    /**
     * Shuts the emulator's port: the operating system refuses connections and open ones die.
     *
     * @param lasting how long; empty means until the faults are cleared
     */
    record Refuse(Optional<Duration> lasting) implements FaultEffect {
        @Override
        public String label() {
            return "refuse";
        }
    }

    /** Resets the connection once the request has arrived; the emulator never sees it. */
    record ResetBefore() implements FaultEffect {
        @Override
        public String label() {
            return "reset-before";
        }
    }

    /** Lets the emulator act, drops its answer and resets the connection: the outcome is unknown to the client. */
    record ResetAfter() implements FaultEffect {
        @Override
        public String label() {
            return "reset-after";
        }
    }

    /**
     * Keeps the connection open and silent, then closes it; the emulator never sees the request.
     *
     * @param lasting how long it stays open
     */
    record Stall(Duration lasting) implements FaultEffect {
        @Override
        public String label() {
            return "stall";
        }
    }

    /**
     * Sends the emulator's answer in small pieces.
     *
     * @param bytes per piece, at least 1
     * @param every the pause between pieces
     */
    record Drip(int bytes, Duration every) implements FaultEffect {
        @Override
        public String label() {
            return "drip";
        }
    }

    /**
     * Announces the whole length of the emulator's answer and closes the connection early.
     *
     * @param bytes how many bytes of the body are sent, at most half of it
     */
    record Truncate(long bytes) implements FaultEffect {
        @Override
        public String label() {
            return "truncate";
        }
    }

    /**
     * Announces another Content-Length than the body has, sends the whole body and closes the connection. A client that
     * trusts the header takes a shorter announcement for a whole answer.
     *
     * @param announced the length to announce; empty means half the body
     */
    record WrongLength(OptionalLong announced) implements FaultEffect {
        @Override
        public String label() {
            return "wrong-length";
        }
    }

    /**
     * Waits before the emulator acts.
     *
     * @param by how long
     */
    record Delay(Duration by) implements FaultEffect {
        @Override
        public String label() {
            return "delay";
        }
    }
}
