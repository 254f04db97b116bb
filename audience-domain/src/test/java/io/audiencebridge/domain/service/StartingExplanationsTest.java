// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.ExplainRequest.Person;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an explanation is about, and which members a forecast reads where no sample is drawn. */
class StartingExplanationsTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final AudienceRef LIST = new AudienceRef(CRM, "42");
    private static final DataSource SOURCE = DataSource.visitor(14016);

    private final Stores stores = new Stores();
    private MemberFeed feed = new MemberFeed.Ready(Rows.source(Rows.batch("1:a", "2:b")));
    private Either<BridgeError, Audience> found = listed(true);

    @Test
    void it_names_the_list_and_whether_it_is_active() {
        Explanation active = explain();
        assertThat(active.subject()).isEqualTo("List 'Gold' in crm");
        assertThat(active.at()).isEqualTo(Stores.NOW);
        assertThat(active.facts().get(0)).isEqualTo(new Explanation.Fact("crm", "'Gold' is there"));

        feed = new MemberFeed.Ready(Rows.source(Rows.batch("1:a")));
        found = listed(false);
        assertThat(explain().facts().get(0)).isEqualTo(new Explanation.Fact("crm", "'Gold' is there, and not active"));
    }

    @Test
    void an_audience_is_told_as_one() {
        found = Either.right(new Audience.SharedAudience(details(true)));

        assertThat(explain().subject()).isEqualTo("Audience 'Gold' in crm");
    }

    @Test
    void members_of_whom_no_sample_is_drawn_are_read_in_their_order() {
        SampledKeys members = members().get();

        assertThat(Rows.all(members)).containsExactly("1:a", "2:b");
        assertThat(members.facts().total()).hasValue(12);
        assertThat(members.facts().fair()).isFalse();
    }

    @Test
    void members_that_have_not_come_cannot_be_forecast() {
        feed = new MemberFeed.NotYet(new Waiting(Stores.NOW, "the file of today"));

        assertThat(members().getLeft().message()).isEqualTo("The members cannot be read yet: the file of today");
    }

    @Test
    void a_catalog_that_does_not_answer_leaves_the_total_open() {
        found = Either.left(BridgeError.LocalFailure.of("gone"));

        SampledKeys members = members().get();
        members.next();

        assertThat(members.facts().total()).isEmpty();
    }

    private Either<BridgeError, SampledKeys> members() {
        return new MemberSide(connectors(), new SampleBudget(2, 1, 0.95, 1), Rows.call()).of(LIST, SOURCE);
    }

    private Explanation explain() {
        return new Explaining(connectors(), stores.infrastructure().build())
                .explain(
                        new ExplainRequest(
                                LIST, SOURCE, new Person.Recipient(new RecipientRef(CRM, RecipientId.of(1)))),
                        Rows.call())
                .get();
    }

    private Connectors connectors() {
        MemberReader reader = (audience, source, call) -> Either.right(feed);
        return new Connectors(HashMap.of(CRM, Stores.offering(reader, new Catalog())));
    }

    private static Either<BridgeError, Audience> listed(boolean active) {
        return Either.right(new Audience.RecipientList(details(active)));
    }

    private static AudienceDetails details(boolean active) {
        return AudienceDetails.builder()
                .ref(LIST)
                .title("Gold")
                .size(OptionalLong.of(12))
                .active(active)
                .build();
    }

    private final class Catalog implements AudienceCatalog {
        @Override
        public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
            return Either.left(BridgeError.LocalFailure.of("browsed"));
        }

        @Override
        public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
            return found;
        }
    }
}
