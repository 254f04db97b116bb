// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.KeyHash;
import io.audiencebridge.domain.spi.connector.KeySamples;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Draws recipients by windows of primary keys: the span of all ids is cut into equal strips, and of each one window is read, of the same width everywhere and at a place that the seed
 * chooses. So every id has the same chance, however densely ids lie, and no more than the windows is read. Ids that are UUIDs cannot be drawn so.
 */
final class SampledRecipients implements KeySamples {
    /** Each window takes two calls. */
    private static final int MOST_WINDOWS = 64;

    private static final int FEWEST_IN_A_WINDOW = 50;
    private static final String RECIPIENTS = "nms:recipient";
    private static final XPath ID = XPath.of("@id");

    private final CampaignSoap soap;
    private final RecipientKeys keys;

    SampledRecipients(CampaignSoap soap, RecipientKeys keys) {
        this.soap = soap;
        this.keys = keys;
    }

    @Override
    public Either<BridgeError, Option<SampledKeys>> sampleKeys(DataSource dataSource, SampleBudget budget, Call call) {
        return keys.path(dataSource)
                .flatMap(path -> soap.count(Query.on(RECIPIENTS).build(), call))
                .flatMap(total -> total <= budget.keys()
                        ? keys.allKeys(dataSource, call)
                                .map(all -> Option.some(
                                        new RecipientSample(Vector.of(() -> Either.right(all)), total, total)))
                        : drawn(total, dataSource, budget, call));
    }

    private Either<BridgeError, Option<SampledKeys>> drawn(
            long total, DataSource dataSource, SampleBudget budget, Call call) {
        return edge(Query.on(RECIPIENTS).select(ID).orderBy(ID).limit(1).build(), call)
                .flatMap(first -> edge(
                                Query.on(RECIPIENTS)
                                        .select(ID)
                                        .orderByDescending(ID)
                                        .limit(1)
                                        .build(),
                                call)
                        .map(last -> first.flatMap(from -> last.flatMap(to ->
                                span(from, to).map(span -> sample(from, span, total, dataSource, budget, call))))));
    }

    private SampledKeys sample(
            long from, long span, long total, DataSource dataSource, SampleBudget budget, Call call) {
        long wanted = budget.of(total);
        int windows = (int) Math.max(1, Math.min(MOST_WINDOWS, wanted / FEWEST_IN_A_WINDOW));
        double strip = (double) span / windows;
        long width = Math.max(1, (long) (strip * ((double) wanted / total)));
        KeyHash chance = new KeyHash(budget.seed());
        Seq<RecipientSample.Window> places = Vector.range(0, windows).map(window -> {
            double place = (chance.of(0, window) >>> 11) * 0x1.0p-53;
            long begin = from + (long) (window * strip + place * (strip - width));
            return () -> window(begin, width, dataSource, call);
        });
        return new RecipientSample(inAnyOrder(places, chance), total, budget.keys());
    }

    /** So that a sample that is full before its end lacks no end of the span. */
    private static Seq<RecipientSample.Window> inAnyOrder(Seq<RecipientSample.Window> windows, KeyHash chance) {
        return windows.zipWithIndex()
                .sortBy(window -> chance.of(1, window._2()))
                .map(window -> window._1());
    }

    private Either<BridgeError, KeySource> window(long begin, long width, DataSource dataSource, Call call) {
        Seq<Condition> inside =
                Vector.of(Condition.atLeast(ID, Literal.of(begin)), Condition.lessThan(ID, Literal.of(begin + width)));
        return keys.path(dataSource).flatMap(path -> keys.keys(path, dataSource, inside, call));
    }

    /** The id of the first row; none when there is no row, or it is no number. */
    private Either<BridgeError, Option<Long>> edge(Query query, Call call) {
        String[] id = {""};
        return soap.select(query, row -> id[0] = row.text("id"), call)
                .map(read -> Option.of(id[0])
                        .filter(text -> text.matches("-?[0-9]{1,18}"))
                        .map(Long::valueOf));
    }

    private static Option<Long> span(long from, long to) {
        return Option.when(to >= from, () -> to - from + 1);
    }
}
