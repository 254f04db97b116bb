// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyHash;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/** Lays rows of members beside recipients and counts: first all {@link #members}, then all {@link #recipients}. Memory is bounded. Not thread-safe. */
public final class MatchMeter {
    /** Keys that are held; some 40 bytes each. */
    private static final int MOST_HELD = 1 << 20;

    private static final int MOST_SHARED = 1 << 20;

    private final KeyTranslator checking;
    private final KeyTranslator translating;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final byte[] wire = new byte[KeyTranslator.LONGEST];
    private final HeldKeys held;
    private final OneRecipient one = new OneRecipient();
    private final IdHashSet known = new IdHashSet();
    private final IdHashSet people = new IdHashSet();
    private final KeyHash spread;
    private final Blocks memberBlocks = new Blocks();
    private final Blocks peopleBlocks = new Blocks();
    private long rows;
    private long invalid;
    private long keys;
    private long shared;

    /** A meter for that key. */
    public MatchMeter(ReconciliationKey key, long seed) {
        this.checking = KeyTranslator.checkingWire(key);
        this.translating = KeyTranslator.storedToWire(key);
        this.spread = new KeyHash(seed);
        this.held = new HeldKeys(MOST_HELD, seed);
    }

    /** Takes rows of members, with keys in wire form. */
    public void members(TextKeys batch) {
        int block = memberBlocks.add(batch.size());
        rows += batch.size();
        for (int row = 0; row < batch.size(); row++) {
            if (batch.has(row, TextKeys.UNDECIDABLE)
                    || batch.has(row, TextKeys.KEYLESS)
                    || !take(checking, batch, row)) {
                invalid++;
            } else {
                held.add(fingerprinter.high(), fingerprinter.low(), block);
            }
        }
    }

    /** Takes rows of recipients, with keys in stored form; those of one recipient follow each other. */
    public void recipients(TextKeys batch) {
        int block = peopleBlocks.add(0);
        for (int row = 0; row < batch.size(); row++) {
            if (!one.is(batch.recipientHigh(row), batch.recipientLow(row))) {
                one.leave(held, peopleBlocks);
                begin(batch.recipientHigh(row), batch.recipientLow(row), block);
            }
            if (batch.has(row, TextKeys.OPTED_OUT)) {
                one.optedOut();
            }
            if (!batch.has(row, TextKeys.KEYLESS) && take(translating, batch, row)) {
                recipientKey();
            }
        }
    }

    /** Whether a recipient so far has the key of a member, which is in wire form. */
    boolean isMatched(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        int length = checking.translate(text, 0, text.length, wire);
        if (length == KeyTranslator.INVALID) {
            return false;
        }
        fingerprinter.take(wire, 0, length);
        int at = held.find(fingerprinter.high(), fingerprinter.low());
        return at != HeldKeys.NONE && held.links(at) > 0;
    }

    /** What was counted. */
    MatchCount count(boolean memberBlocksAreNeighbours, boolean peopleBlocksAreNeighbours) {
        one.leave(held, peopleBlocks);
        long matched = 0;
        long pairs = 0;
        long tried = 0;
        double squares = 0;
        long most = one.most();
        for (int i = 0; i < held.size(); i++) {
            tried += held.rows(i);
            int links = held.links(i);
            if (links > 0) {
                matched += held.rows(i);
                pairs += links;
                squares += (double) links * links;
                most = Math.max(most, links);
                memberBlocks.hit(held.block(i), held.rows(i));
            }
        }
        return MatchCount.builder()
                .rows(rows)
                .tried(tried + Math.round(invalid * held.share()))
                .matched(matched)
                .pairs(pairs)
                .squaresByKey(squares)
                .squaresByPerson(one.squares())
                .most(most)
                .linksByKeys(LongStream.of(one.linksByKeys()).boxed().toList())
                .twins(one.twins())
                .people(one.people())
                .hitPeople(one.hitPeople())
                .keys(keys)
                .sharedKeys(shared)
                .spreadOfMembers(memberBlocksAreNeighbours && held.share() == 1 ? memberBlocks.spread(true) : 1)
                .spreadOfPeople(peopleBlocksAreNeighbours ? peopleBlocks.spread(false) : 1)
                .build();
    }

    /** Looking several keys of one recipient up may bring the recipient several times. */
    private void begin(long high, long low, int block) {
        if (people.add(spread.of(high, low), low)) {
            one.begin(high, low, block);
            peopleBlocks.more(block, 1);
        } else {
            one.pass(high, low);
        }
    }

    private void recipientKey() {
        long high = fingerprinter.high();
        long low = fingerprinter.low();
        if (one.add(high, low) && known.size() < MOST_SHARED) {
            keys++;
            shared += known.add(high, low) ? 0 : 1;
        }
    }

    private boolean take(KeyTranslator translator, TextKeys batch, int row) {
        int length = translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
        if (length == KeyTranslator.INVALID) {
            return false;
        }
        fingerprinter.take(wire, 0, length);
        return true;
    }
}
