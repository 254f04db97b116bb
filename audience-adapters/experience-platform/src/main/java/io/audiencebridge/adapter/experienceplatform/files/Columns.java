// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which column holds what. UNVERIFIED: the exact name of the status column in files of the Adobe Campaign destination; so every spelling is taken that begins
 * with {@code segmentMembership} and ends with {@code status}, where dots and underscores are one and letter case does not matter.
 *
 * @param count all columns
 * @param key the column of the key
 * @param status the column of the membership's status, or {@link #NONE}
 * @param time the column of the last qualification, or {@link #NONE}
 */
record Columns(int count, int key, int status, int time) {
    static final int NONE = -1;

    private static final String MEMBERSHIP = "segmentmembership";

    /**
     * Left: {@code ProtocolBreach} when the key's column is not there or a column is there twice. Headers are not quoted: of a file without one, they are somebody's data.
     *
     * @param file its name, for messages
     * @param audience the audience, which may stand in the names of columns that several audiences have
     */
    static Either<BridgeError, Columns> of(Seq<String> header, String keyColumn, String audience, String file) {
        Vector<String> names = Vector.ofAll(header).map(Columns::bare);
        String key = bare(keyColumn);
        Either<BridgeError, Integer> keys = one(names, key::equals, "", file, "the key");
        Either<BridgeError, Integer> statuses =
                one(names, name -> isMembership(name, "status"), bare(audience), file, "the membership's status");
        Either<BridgeError, Integer> times = one(
                names,
                name -> isMembership(name, "lastqualificationtime") || name.equals("lastqualificationtime"),
                bare(audience),
                file,
                "the last qualification");
        return keys.flatMap(found -> found == NONE ? Either.left(missing(names, keyColumn, file)) : Either.right(found))
                .flatMap(found ->
                        statuses.flatMap(status -> times.map(time -> new Columns(names.size(), found, status, time))));
    }

    private static Either<BridgeError, Integer> one(
            Vector<String> names, Predicate<String> wanted, String audience, String file, String what) {
        Vector<Integer> found =
                names.zipWithIndex().filter(name -> wanted.test(name._1())).map(name -> name._2());
        Vector<Integer> own =
                found.filter(column -> !audience.isEmpty() && names.get(column).contains(audience));
        Vector<Integer> chosen = own.isEmpty() ? found : own;
        return chosen.size() > 1
                ? Either.left(BridgeErrors.breach("File " + file + " has " + chosen.size() + " columns for " + what
                        + "; map it once in the destination"))
                : Either.right(chosen.headOption().getOrElse(NONE));
    }

    private static BridgeError missing(Vector<String> names, String keyColumn, String file) {
        return BridgeErrors.breach("File " + file + " has no column '" + keyColumn + "' among its " + names.size()
                + "; check the destination's mapping, its delimiter and its header, and ExportDestination.keyColumn");
    }

    private static boolean isMembership(String name, String end) {
        return name.startsWith(MEMBERSHIP) && name.endsWith(end);
    }

    private static String bare(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('.', '_');
    }
}
