// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.KeySamples;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that draws recipients. The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>Few recipients come all, as reading all keys gives them, and the facts say so.
 *   <li>Of many come about as many as the budget allows, each once, and the facts say of how many.
 *   <li>They come from everywhere, not from one end.
 *   <li>The same seed draws the same, another one others.
 * </ol>
 */
@ContractOf({KeySamples.class, SampledKeys.class})
@Tag("key-samples")
public abstract class KeySamplesContract {
    /** The field of a recipient that holds the declared id. */
    protected static final String FIELD = "declaredId";

    private static final int MANY = 12_000;
    private static final int PARTS = 6;
    private static final DataSource DECLARED = DataSource.builder()
            .id(7)
            .key(Declared.builder().field(FIELD).build())
            .build();

    /** For subclasses. */
    protected KeySamplesContract() {}

    /** A connector to a system that holds these recipients. */
    protected abstract Connector open(List<ListedPerson> people) throws Exception;

    @Rule("R7.1")
    @Test
    void rule_1_few_come_all() throws Exception {
        try (Connector connector = Lens.on(open(people(30)))) {
            List<String> drawn = new ArrayList<>();

            SampleFacts facts = draw(connector, SampleBudget.usual(), drawn);

            assertThat(drawn)
                    .containsExactlyInAnyOrderElementsOf(Rows.told(connector
                            .ability(KeyReader.class)
                            .get()
                            .allKeys(DECLARED, Calls.ample())
                            .get()))
                    .hasSize(30);
            assertThat(facts.whole()).isTrue();
        }
    }

    @Rule("R7.2")
    @Test
    void rules_2_to_4_of_many_come_some_from_everywhere_and_the_seed_says_who() throws Exception {
        try (Connector connector = Lens.on(open(people(MANY)))) {
            List<String> drawn = new ArrayList<>();
            List<String> again = new ArrayList<>();
            List<String> others = new ArrayList<>();

            SampleFacts facts = draw(connector, budget(1), drawn);
            draw(connector, budget(1), again);
            draw(connector, budget(2), others);

            assertThat(facts.whole()).isFalse();
            assertThat(facts.total()).hasValue(MANY);
            assertThat(drawn).doesNotHaveDuplicates().hasSizeBetween(9_000, 11_000);
            int part = MANY / PARTS;
            for (int i = 0; i < PARTS; i++) {
                int from = i * part;
                assertThat(drawn)
                        .filteredOn(row -> Integer.parseInt(row.split(" ", 2)[0]) - from > 0
                                && Integer.parseInt(row.split(" ", 2)[0]) - from <= part)
                        .hasSizeGreaterThan(part / 2);
            }
            assertThat(again).isEqualTo(drawn);
            assertThat(others).isNotEqualTo(drawn);
        }
    }

    private static SampleBudget budget(long seed) {
        return new SampleBudget(MANY - 1_000, 0.001, 0.95, seed);
    }

    private static List<ListedPerson> people(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> new ListedPerson(id, "A-" + id, false))
                .toList();
    }

    private static SampleFacts draw(Connector connector, SampleBudget budget, List<String> into) {
        try (SampledKeys sample = connector
                .ability(KeySamples.class)
                .get()
                .sampleKeys(DECLARED, budget, Calls.ample())
                .get()
                .get()) {
            for (Option<TextKeys> batch = sample.next().get();
                    batch.isDefined();
                    batch = sample.next().get()) {
                tell(batch.get(), into);
            }
            return sample.facts();
        }
    }

    private static void tell(TextKeys batch, List<String> into) {
        for (int row = 0; row < batch.size(); row++) {
            int start = batch.start(row);
            into.add(batch.recipientLow(row) + " "
                    + new String(batch.text(), start, batch.end(row) - start, StandardCharsets.UTF_8));
        }
    }
}
