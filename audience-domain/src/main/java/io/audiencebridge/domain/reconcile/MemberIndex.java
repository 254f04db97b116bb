// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.TextKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The distinct member keys of one run and the recipients that each names. */
final class MemberIndex {
    private final Map<String, Named> keys = new HashMap<>();
    private final Map<Fingerprint, Named> kept = new HashMap<>();
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private long read;
    private long invalid;
    private long duplicate;

    /** An index of {@code keptMembers}, to which rows are added. */
    MemberIndex(IdSet keptMembers) {
        for (int i = 0; i < keptMembers.size(); i++) {
            kept.put(new Fingerprint(keptMembers.high(i), keptMembers.low(i)), new Named());
        }
        read = keptMembers.size();
    }

    /** Counts a member row; {@code length} is negative when its key is invalid. */
    void member(byte[] key, int length) {
        read++;
        if (length < 0) {
            invalid++;
        } else if (known(key, length) != null || keys.putIfAbsent(text(key, length), new Named()) != null) {
            duplicate++;
        }
    }

    /** Notes that the recipient of {@code row} has the key, if any member has it. */
    void recipient(byte[] key, int length, TextKeys batch, int row) {
        Named before = known(key, length);
        Named named = before == null ? keys.get(text(key, length)) : before;
        if (named != null) {
            named.recipients.add(new RecipientId(batch.recipientHigh(row), batch.recipientLow(row)));
            named.optedOut |= batch.has(row, TextKeys.OPTED_OUT);
        }
    }

    /** The tally and the recipients who enter. */
    Matching settle(AmbiguityPolicy policy) {
        IdSetBuilder entering = new IdSetBuilder();
        long matched = 0;
        long ambiguous = 0;
        long unmatched = 0;
        long suppressed = 0;
        long links = 0;
        List<Named> everyKey = new ArrayList<>(keys.values());
        everyKey.addAll(kept.values());
        for (Named named : everyKey) {
            if (named.optedOut) {
                suppressed++;
            } else if (named.recipients.isEmpty()) {
                unmatched++;
            } else {
                boolean single = named.recipients.size() == 1;
                matched += single ? 1 : 0;
                ambiguous += single ? 0 : 1;
                links += enter(named, single ? AmbiguityPolicy.ALL : policy, entering);
            }
        }
        IdSet recipients = entering.build();
        MatchTally.Builder tally = MatchTally.builder();
        tally.read(read).matched(matched).ambiguous(ambiguous).unmatched(unmatched);
        tally.invalid(invalid).duplicate(duplicate).suppressed(suppressed).links(links);
        return new Matching(tally.build(), recipients);
    }

    private static long enter(Named named, AmbiguityPolicy policy, IdSetBuilder entering) {
        switch (policy) {
            case ALL -> named.recipients.forEach(id -> entering.add(id.high(), id.low()));
            case FIRST ->
                entering.add(
                        named.recipients.first().high(),
                        named.recipients.first().low());
            case NONE -> {
                return 0;
            }
        }
        return policy == AmbiguityPolicy.ALL ? named.recipients.size() : 1;
    }

    /** Whom a kept fingerprint stands for; hashing is left out where nothing was kept. */
    private @Nullable Named known(byte[] key, int length) {
        if (kept.isEmpty()) {
            return null;
        }
        fingerprinter.take(key, 0, length);
        return kept.get(new Fingerprint(fingerprinter.high(), fingerprinter.low()));
    }

    private static String text(byte[] key, int length) {
        return new String(key, 0, length, StandardCharsets.UTF_8);
    }

    /** Stands for a key. */
    private record Fingerprint(long high, long low) {}

    /** Who a key names. A set: the same recipient and key seen twice is one pair (SEMANTICS S2). */
    private static final class Named {
        private final TreeSet<RecipientId> recipients = new TreeSet<>();
        private boolean optedOut;
    }
}
