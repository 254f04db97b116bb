// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.NormalisedKey;
import io.audiencebridge.domain.identity.OtherVector;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks among members' keys that matched nobody for a transformation under which they do. Tells of no key. Not thread-safe. */
final class NearMissSearch {
    /** Fewer rows may be chance. */
    private static final int FEWEST = 3;

    /** What mends fewer of the rows is not worth a word. */
    private static final double SMALLEST_GAIN = 0.005;

    private static final int MOST_TOLD = 5;
    private static final int LOOKED_AT = 2_000;

    private final ReconciliationKey key;
    private final List<String> members;
    private final List<String> recipients;
    private final Gain gain;
    private final Map<UnaryOperator<String>, Set<String>> known = new HashMap<>();
    private final List<String> unmatched = new ArrayList<>();

    /**
     * A search.
     *
     * @param members keys of members in wire form, some or all of them
     * @param matched which of them are known to match
     * @param recipients keys of recipients in stored form, some or all of them
     * @param gain how rows that match are made a rate
     */
    NearMissSearch(ReconciliationKey key, List<String> members, BitSet matched, List<String> recipients, Gain gain) {
        this.key = key;
        this.members = members;
        this.recipients = recipients;
        this.gain = gain;
        KeyTranslator translating = KeyTranslator.storedToWire(key);
        Set<String> wire = new HashSet<>();
        recipients.forEach(stored -> wire.add(NormalisedKey.translated(translating, stored)));
        for (int i = 0; i < members.size(); i++) {
            if (!matched.get(i) && !wire.contains(members.get(i))) {
                unmatched.add(members.get(i));
            }
        }
    }

    /** What was found, the best first. */
    List<NearMiss> found() {
        List<NearMiss> found = new ArrayList<>();
        BitSet open = new BitSet();
        open.set(0, unmatched.size());
        List<Tried> tried = new ArrayList<>();
        if (!unmatched.isEmpty() && !recipients.isEmpty()) {
            Transformations.of(key, Prefixes.of(unmatched, recipients)).forEach(one -> tried.add(tried(one)));
            otherVector().forEach(tried::add);
        }
        while (found.size() < MOST_TOLD) {
            Tried best = best(tried, open);
            if (best == null) {
                break;
            }
            open.andNot(best.rows());
            found.add(new NearMiss(
                    best.of().name(),
                    best.of().seen(),
                    best.of().remedy(),
                    Certainty.LIKELY,
                    gain.with(best.rows().cardinality())));
        }
        return new ShapeSearch(key, left(open), unmatched.size() == members.size(), members.size(), recipients, gain)
                .addTo(found);
    }

    private static @Nullable Tried best(List<Tried> tried, BitSet open) {
        @Nullable Tried best = null;
        int most = 0;
        for (Tried one : tried) {
            BitSet rows = (BitSet) one.rows().clone();
            rows.and(open);
            if (rows.cardinality() > most) {
                most = rows.cardinality();
                best = one;
            }
        }
        return best;
    }

    private List<String> left(BitSet open) {
        return open.stream().mapToObj(unmatched::get).toList();
    }

    private Tried tried(Transformation one) {
        BitSet rows = new BitSet();
        if (!isAbout(one.member(), unmatched) || !isAbout(one.recipient(), recipients)) {
            return new Tried(one, rows);
        }
        @Nullable Set<String> there = null;
        for (int i = 0; i < unmatched.size(); i++) {
            String member = one.member().apply(unmatched.get(i));
            if (!member.isEmpty()) {
                there = there == null ? known.computeIfAbsent(one.recipient(), this::all) : there;
                rows.set(i, there.contains(member));
            }
        }
        boolean worth = rows.cardinality() >= Math.max(FEWEST, gain.rows(SMALLEST_GAIN));
        return new Tried(one, worth ? rows : new BitSet());
    }

    /** Whether a rewriting is about one of some keys, so that what is not need not be tried with all. */
    private static boolean isAbout(UnaryOperator<String> rewriting, List<String> keys) {
        int step = Math.max(1, keys.size() / LOOKED_AT);
        return IntStream.iterate(0, at -> at < keys.size(), at -> at + step)
                .anyMatch(at -> !rewriting.apply(keys.get(at)).isEmpty());
    }

    private Set<String> all(UnaryOperator<String> recipient) {
        Set<String> all = new HashSet<>();
        recipients.forEach(stored -> all.add(recipient.apply(stored)));
        all.remove("");
        return all;
    }

    private List<Tried> otherVector() {
        if (!(key instanceof Declared declared)
                || declared.wire() != KeyForm.ENCRYPTED
                || declared.stored() != KeyForm.PLAIN
                || declared.cipher().isEmpty()) {
            return List.of();
        }
        UnaryOperator<String> plain = stored -> NormalisedKey.of(declared.content(), stored);
        return OtherVector.find(declared.cipher().get(), unmatched, List.copyOf(all(plain)))
                .map(vector -> tried(Transformation.ofMembers(
                        "other-vector",
                        vector::plain,
                        plain,
                        "are encrypted with Campaign's key and another initialisation vector",
                        "Use Campaign's vector where the ids are encrypted, or give the bridge a cipher with theirs")))
                .toJavaList();
    }

    /**
     * A transformation and the rows that match under it.
     *
     * @param of the transformation
     * @param rows among those that matched nobody
     */
    private record Tried(Transformation of, BitSet rows) {}
}
