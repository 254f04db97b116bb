// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.NormalisedKey;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The forecast of an export in the making: which share of a list's recipients has a valid key and may be shared. Not thread-safe. */
public final class ListDraft {
    private static final int MOST_COMPARED = 20_000;
    private static final double SMALLEST = 0.02;

    private final ReconciliationKey key;
    private final SampleBudget budget;
    private final KeyTranslator translating;
    private final byte[] wire = new byte[KeyTranslator.LONGEST];
    private final KeyPool pool;
    private long high;
    private long low;
    private long rows;
    private long people;
    private long shared;
    private long refused;
    private boolean valid;
    private boolean out;

    /** A draft for that key. */
    public ListDraft(ReconciliationKey key, SampleBudget budget) {
        this.key = key;
        this.budget = budget;
        this.translating = KeyTranslator.storedToWire(key);
        this.pool = new KeyPool(MOST_COMPARED, budget.seed());
    }

    /** Takes rows of the list's recipients, with keys in stored form; those of one recipient follow each other. */
    public void recipients(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (rows++ == 0 || batch.recipientHigh(row) != high || batch.recipientLow(row) != low) {
                leave();
                high = batch.recipientHigh(row);
                low = batch.recipientLow(row);
                people++;
            }
            out |= batch.has(row, TextKeys.OPTED_OUT);
            if (!batch.has(row, TextKeys.KEYLESS)) {
                int length = translating.translate(batch.text(), batch.start(row), batch.end(row), wire);
                valid |= length != KeyTranslator.INVALID;
                refused += length == KeyTranslator.INVALID ? 1 : 0;
                pool.offer(batch.text(), batch.start(row), batch.end(row));
            }
        }
    }

    /** The forecast. */
    public Forecast forecast(SampleFacts facts) {
        leave();
        OptionalLong all = facts.whole() ? OptionalLong.of(people) : facts.total();
        Interval rate = Intervals.share(shared, people, all, budget.confidence());
        double size = (double) all.orElse(people);
        return Forecast.builder()
                .membersRead(0)
                .recipientsRead(rows)
                .recipients(all)
                .confidence(budget.confidence())
                .matchRate(rate)
                .listSize(new Interval(rate.low() * size, rate.estimate() * size, rate.high() * size))
                .trust(trust(facts, all))
                .nearMisses(nearMisses(rate))
                .build();
    }

    private String trust(SampleFacts facts, OptionalLong all) {
        return "Recipients: read " + people + (all.isPresent() ? " of " + all.getAsLong() : "") + " "
                + facts.how()
                + ". The rate is the share of the list's recipients who have a valid key and did not opt out at the source"
                + (facts.whole() ? "; nothing is estimated." : "; whoever was not read is taken to be alike.")
                + (facts.whole() || facts.fair() ? "" : " They were not drawn by chance.")
                + " Whether Audience Manager knows those ids cannot be seen from here.";
    }

    /** Keys that are refused, and would not be if something were mended. */
    private List<NearMiss> nearMisses(Interval rate) {
        List<NearMiss> found = new ArrayList<>();
        List<String> keys = pool.keys();
        if (refused == 0 || keys.isEmpty()) {
            return found;
        }
        for (Transformation one : Transformations.of(key, Prefixes.of(List.of(), List.of()))) {
            long mended = one.name().startsWith("hashed")
                    ? 0
                    : keys.stream().filter(stored -> mends(one, stored)).count();
            double share = (double) mended / keys.size();
            if (share >= SMALLEST
                    && found.stream()
                            .noneMatch(before -> before.transformation().equals(one.name()))) {
                found.add(new NearMiss(
                        one.name(),
                        one.seen(),
                        one.remedy(),
                        Certainty.LIKELY,
                        Intervals.within(
                                new Interval(rate.low() + share, rate.estimate() + share, rate.high() + share), 0, 1)));
            }
        }
        return found;
    }

    private boolean mends(Transformation one, String stored) {
        return one.seen().startsWith("The recipients")
                && NormalisedKey.translated(translating, stored).isEmpty()
                && !one.recipient().apply(stored).isEmpty();
    }

    private void leave() {
        shared += valid && !out ? 1 : 0;
        valid = false;
        out = false;
    }
}
