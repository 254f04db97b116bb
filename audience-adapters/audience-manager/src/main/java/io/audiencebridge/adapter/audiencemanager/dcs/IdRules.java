// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Which ids may be sent. Messages never repeat an id. Source: Audience Manager, "Declared IDs", "Global data sources", "Prerequisites for people-based
 * destinations"; SEMANTICS S18.
 */
final class IdRules {
    /** Documented. */
    static final int MOST_IN_A_CALL = 10;

    /** Documented. */
    static final int MOST_OF_A_NAMESPACE = 3;

    private static final Pattern HASH = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final Pattern UPPER = Pattern.compile("[A-F]");
    private static final Pattern ZEROS = Pattern.compile("[0-]+");
    private static final Declared PLAIN =
            Declared.builder().field("id").wire(KeyForm.PLAIN).build();

    private IdRules() {}

    /** All that is wrong with the ids of a call. */
    static Seq<Violation> of(Vector<SentId> ids) {
        Vector<SentId> declared = ids.filter(SentId::declared);
        return ids.flatMap(IdRules::one).appendAll(tooMany(declared)).appendAll(repeated(declared));
    }

    private static Vector<Violation> one(SentId sent) {
        return objection(sent).map(why -> new Violation(sent.subject(), why)).toVector();
    }

    private static Option<String> objection(SentId sent) {
        String id = sent.id();
        if (ZEROS.matcher(id).matches() || id.equalsIgnoreCase("NOTARGET")) {
            return Option.some("is the mark of a device that has opted out, no id; leave it out");
        }
        if (!sent.declared()) {
            return Option.none();
        }
        if (sent.namespace().equals("0")) {
            return Option.some("data source 0 is Audience Manager's own id of a device; give it as uuid");
        }
        if (HASH.matcher(id).matches() && UPPER.matcher(id).find()) {
            return Option.some(
                    "is a hash in upper case; Audience Manager's ids are case-sensitive and hashes are lower case");
        }
        return sent.device().isDefined() ? ofDevice(sent) : plain(id);
    }

    private static Option<String> ofDevice(SentId sent) {
        return sent.device()
                .filter(kind -> !kind.accepts(sent.id()))
                .map(kind -> "is no " + kind + ": one is " + kind.form() + ", raw and not hashed");
    }

    private static Option<String> plain(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        boolean sound = bytes.length <= KeyTranslator.LONGEST
                && KeyTranslator.checkingWire(PLAIN).translate(bytes, 0, bytes.length, new byte[KeyTranslator.LONGEST])
                        != KeyTranslator.INVALID;
        return Option.when(
                !sound,
                "cannot be sent: e-mail addresses and phone numbers must be hashed, and an id has a character or more, no white space, no control"
                        + " character, no ':' and no '%3A'");
    }

    private static Vector<Violation> tooMany(Vector<SentId> declared) {
        Vector<Violation> inAll = declared.size() <= MOST_IN_A_CALL
                ? Vector.empty()
                : Vector.of(new Violation(
                        "declaredIds", declared.size() + " ids; a call carries " + MOST_IN_A_CALL + " at most"));
        return declared.groupBy(SentId::namespace)
                .values()
                .filter(same -> same.size() > MOST_OF_A_NAMESPACE)
                .foldLeft(
                        inAll,
                        (found, same) -> found.append(new Violation(
                                "declaredIds",
                                same.size() + " ids of data source "
                                        + same.head().namespace() + "; a call carries " + MOST_OF_A_NAMESPACE
                                        + " of one at most")));
    }

    private static Vector<Violation> repeated(Vector<SentId> declared) {
        return declared.groupBy(SentId::key)
                .values()
                .filter(same -> same.size() > 1)
                .toVector()
                .map(same -> new Violation(
                        same.get(1).subject(),
                        "is the same id as " + same.head().subject()));
    }
}
