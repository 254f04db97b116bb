// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * A forecast in the making: first all rows of {@link #members}, then those of {@link #recipients}, then perhaps what looking up {@link #toLookUp} brought. Memory is bounded. Not thread-safe.
 */
public final class MatchDraft {
    /** More keys are not looked up: the rate is known to a percent then. */
    private static final int MOST_LOOKED_UP = 20_000;

    private static final int MOST_COMPARED = 100_000;
    private static final int CHUNKS = 50;

    private final ReconciliationKey key;
    private final SampleBudget budget;
    private final MatchMeter meter;
    private final KeyPool members;
    private final KeyPool recipients;
    private final KeyPool asked;
    private long memberRows;
    private Option<MatchMeter> looked = Option.none();

    /** A draft for that key. */
    public MatchDraft(ReconciliationKey key, SampleBudget budget) {
        this.key = key;
        this.budget = budget;
        this.meter = new MatchMeter(key, budget.seed());
        this.members = new KeyPool(MOST_COMPARED, budget.seed());
        this.recipients = new KeyPool(MOST_COMPARED, budget.seed() + 1);
        this.asked = new KeyPool(MOST_LOOKED_UP, budget.seed() + 2);
    }

    /** Takes rows of members, with keys in wire form. */
    public void members(TextKeys batch) {
        memberRows += batch.size();
        meter.members(batch);
        for (int row = 0; row < batch.size(); row++) {
            boolean readable = !batch.has(row, TextKeys.UNDECIDABLE) && !batch.has(row, TextKeys.KEYLESS);
            int end = readable ? batch.end(row) : batch.start(row);
            members.offer(batch.text(), batch.start(row), end);
            asked.offer(batch.text(), batch.start(row), end);
        }
    }

    /** Takes rows of recipients, with keys in stored form. */
    public void recipients(TextKeys batch) {
        meter.recipients(batch);
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.KEYLESS)) {
                recipients.offer(batch.text(), batch.start(row), batch.end(row));
            }
        }
    }

    /** Rows of members that tell enough to have their keys looked up, within half of the budget for recipients; what that brings goes to {@link #lookedUp}. */
    public List<TextKeys> toLookUp(SampleFacts recipientFacts) {
        MatchMeter begun = new MatchMeter(key, budget.seed());
        List<TextKeys> chunks = new ArrayList<>();
        List<String> keys = asked.keys();
        long most = Math.max(SampleBudget.FEWEST, (long) (recipientFacts.total().orElse(0) * budget.share() / 2));
        if (keys.size() > most) {
            KeyPool fewer = new KeyPool((int) most, budget.seed());
            keys.forEach(one -> {
                byte[] text = one.getBytes(StandardCharsets.UTF_8);
                fewer.offer(text, 0, text.length);
            });
            keys = fewer.keys();
        }
        int size = Math.max(1, (keys.size() + CHUNKS - 1) / CHUNKS);
        for (int from = 0; from < keys.size(); from += size) {
            TextKeys chunk = rows(keys.subList(from, Math.min(from + size, keys.size())));
            begun.members(chunk);
            chunks.add(chunk);
        }
        looked = Option.some(begun);
        return chunks;
    }

    /** Takes recipients who have keys of {@link #toLookUp}. */
    public void lookedUp(TextKeys batch) {
        looked.forEach(begun -> begun.recipients(batch));
    }

    /** The forecast. {@code recipientFacts} are none when recipients were looked up only. */
    public Forecast forecast(SampleFacts memberFacts, Option<SampleFacts> recipientFacts) {
        OptionalLong all = memberFacts.whole() ? OptionalLong.of(memberRows) : memberFacts.total();
        OptionalLong people = recipientFacts.map(SampleFacts::total).getOrElse(OptionalLong.empty());
        MatchCount sampled =
                meter.count(memberFacts.blocks(), recipientFacts.exists(facts -> facts.blocks() && !facts.whole()));
        boolean everybody = looked.isDefined() || recipientFacts.exists(SampleFacts::whole);
        MatchCount count =
                looked.map(begun -> begun.count(memberFacts.blocks(), false)).getOrElse(sampled);
        MatchEstimate estimate = new MatchEstimate(count, all, people, everybody, budget.confidence());
        Interval rate = estimate.matchRate();
        double error = memberFacts.whole() ? 0 : memberFacts.totalError();
        Interval size = estimate.listSize();
        return Forecast.builder()
                .membersRead(memberRows)
                .members(all)
                .recipientsRead(sampled.people() + (looked.isDefined() ? count.people() : 0))
                .recipients(people)
                .confidence(budget.confidence())
                .matchRate(rate)
                .listSize(new Interval(size.low() * (1 - error), size.estimate(), size.high() * (1 + error)))
                .trust(new Trust(memberFacts, recipientFacts, budget)
                        .sentence(
                                memberRows,
                                all,
                                sampled.people(),
                                people,
                                looked.map(begun -> count.rows()),
                                everybody && memberFacts.whole() && count.tried() >= memberRows))
                .nearMisses(nearMisses(rate, all, sampled, recipientFacts))
                .build();
    }

    private List<NearMiss> nearMisses(
            Interval rate, OptionalLong all, MatchCount sampled, Option<SampleFacts> recipientFacts) {
        List<String> compared = members.keys();
        double seen = recipientFacts
                        .map(facts -> facts.whole() || facts.total().isEmpty()
                                ? 1.0
                                : Math.min(
                                        1,
                                        (double) sampled.people()
                                                / facts.total().getAsLong()))
                        .getOrElse(0.0)
                * recipients.share();
        BitSet matched = new BitSet();
        for (int i = 0; i < compared.size(); i++) {
            String one = compared.get(i);
            matched.set(i, meter.isMatched(one) || looked.exists(begun -> begun.isMatched(one)));
        }
        return new NearMissSearch(
                        key,
                        compared,
                        matched,
                        recipients.keys(),
                        new Gain(rate, compared.size(), all, seen, budget.confidence()))
                .found();
    }

    private static TextKeys rows(List<String> keys) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String one : keys) {
            byte[] text = one.getBytes(StandardCharsets.UTF_8);
            rows.recipient(0, 0).key(text, 0, text.length, (byte) 0);
        }
        return rows.build();
    }
}
