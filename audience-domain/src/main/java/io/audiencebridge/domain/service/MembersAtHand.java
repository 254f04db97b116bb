// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * The members of an import: rows, or fingerprints known from before. The first rows can be read beforehand, to see whether there are so few that their keys are looked up; they are
 * given again with the others. One reader.
 */
final class MembersAtHand implements KeySource {
    private final KeySource rows;
    private final IdSet kept;
    private final boolean byFingerprint;
    private final OptionalLong told;
    private final Deque<TextKeys> again = new ArrayDeque<>();
    private long beforehand;
    private boolean whole;

    private MembersAtHand(KeySource rows, IdSet kept, boolean byFingerprint, OptionalLong told) {
        this.rows = rows;
        this.kept = kept;
        this.byFingerprint = byFingerprint;
        this.told = told;
    }

    /** Rows with keys; {@code told} is how many there are by what the system says. The caller closes them. */
    static MembersAtHand ofRows(KeySource rows, OptionalLong told) {
        return new MembersAtHand(rows, IdSet.EMPTY, false, told);
    }

    /** Fingerprints alone. */
    static MembersAtHand ofFingerprints(IdSet kept) {
        return new MembersAtHand(NoMembers.SOURCE, kept, true, OptionalLong.of(0));
    }

    IdSet kept() {
        return kept;
    }

    boolean byFingerprint() {
        return byFingerprint;
    }

    /** All rows: the source itself if nothing was read beforehand, since it may be read in ways that this one cannot. */
    KeySource rows() {
        return again.isEmpty() && !whole ? rows : this;
    }

    /** How many rows there are, for sure or by what the system says. */
    OptionalLong expected() {
        return whole ? OptionalLong.of(beforehand) : told;
    }

    /** How many members there are, for sure or by what the system says. */
    OptionalLong size() {
        return byFingerprint ? OptionalLong.of(kept.size()) : expected();
    }

    /** Reads rows beforehand until there are more than {@code most}. Right: all of them, or none when there are more. */
    Either<BridgeError, Option<List<TextKeys>>> few(long most, Call call) {
        while (!whole && beforehand <= most) {
            Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> rows.next());
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            whole = next.get().isEmpty();
            next.get().forEach(batch -> {
                again.add(batch);
                beforehand += batch.size();
            });
        }
        return Either.right(Option.when(whole && beforehand <= most, () -> new ArrayList<>(again)));
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        TextKeys batch = again.poll();
        return batch == null && !whole ? rows.next() : Either.right(Option.of(batch));
    }

    @Override
    public void close() {
        again.clear();
        rows.close();
    }
}
