// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberSample;
import io.audiencebridge.domain.spi.connector.MemberSamples;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector does that draws some of an audience's members. The test of a connector extends this class and opens one for each test. */
@ContractOf({MemberSamples.class, SampledKeys.class})
@Tag("member-samples")
public abstract class MemberSamplesContract {
    private static final int MANY = 12_000;
    private static final long FIRST_SEED = 1;

    /** For subclasses. */
    protected MemberSamplesContract() {}

    /** A connector to a system with an audience of the keys 1 to {@code members}, as {@link #key} writes them. */
    protected abstract Connector open(int members) throws Exception;

    /** The audience of the connector that was opened last. */
    protected abstract AudienceRef audience();

    /** By which ids. */
    protected abstract DataSource dataSource();

    /** A key of the data source in wire form: 38 digits, for visitor ids. */
    protected String key(int number) {
        return "%038d".formatted(number);
    }

    @Rule("R12.1")
    @Test
    void few_members_come_all_and_the_facts_say_so() throws Exception {
        try (Connector connector = Lens.on(open(30))) {
            Drawn drawn = draw(connector, SampleBudget.usual());

            assertThat(drawn.keys())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 30).mapToObj(this::key).toList());
            assertThat(drawn.facts().whole()).isTrue();
        }
    }

    @Rule("R12.2")
    @Test
    void of_many_come_about_as_many_as_the_budget_allows_and_each_once() throws Exception {
        try (Connector connector = Lens.on(open(MANY))) {
            Drawn drawn = draw(connector, budget(FIRST_SEED));

            assertThat(drawn.keys()).doesNotHaveDuplicates().hasSizeBetween(9_000, 11_000);
            assertThat(drawn.facts().whole()).isFalse();
            assertThat(drawn.facts().how()).isNotBlank();
        }
    }

    @Rule("R12.3")
    @Test
    void the_same_seed_draws_the_same_and_another_one_others() throws Exception {
        try (Connector connector = Lens.on(open(MANY))) {
            List<String> drawn = draw(connector, budget(FIRST_SEED)).keys();

            assertThat(draw(connector, budget(FIRST_SEED)).keys()).isEqualTo(drawn);
            assertThat(draw(connector, budget(FIRST_SEED + 1)).keys()).isNotEqualTo(drawn);
        }
    }

    @Rule("R12.4")
    @Test
    void an_audience_that_is_not_there_is_not_found() throws Exception {
        try (Connector connector = Lens.on(open(1))) {
            AudienceRef nobodys = new AudienceRef(audience().connection(), "999999");

            assertThat(samples(connector)
                            .sampleMembers(nobodys, dataSource(), SampleBudget.usual(), Calls.ample())
                            .getLeft())
                    .isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Rule("R12.5")
    @Test
    void a_call_that_is_over_draws_nobody() throws Exception {
        try (Connector connector = Lens.on(open(1))) {
            assertThat(samples(connector)
                            .sampleMembers(audience(), dataSource(), SampleBudget.usual(), Calls.cancelled())
                            .getLeft())
                    .isInstanceOf(BridgeError.Cancelled.class);
        }
    }

    private Drawn draw(Connector connector, SampleBudget budget) {
        MemberSample sample = samples(connector)
                .sampleMembers(audience(), dataSource(), budget, Calls.ample())
                .get();
        assertThat(sample).isInstanceOf(MemberSample.Ready.class);
        SampledKeys rows = ((MemberSample.Ready) sample).rows();
        return new Drawn(Rows.keys(rows), rows.facts());
    }

    private static SampleBudget budget(long seed) {
        return new SampleBudget(MANY - 1_000, 0.001, 0.95, seed);
    }

    private static MemberSamples samples(Connector connector) {
        return connector.ability(MemberSamples.class).get();
    }

    private record Drawn(List<String> keys, SampleFacts facts) {}
}
