// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.ExplainRequest.Person;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.diagnosis.Explanation.Verdict;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.RecipientRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Why somebody is, or is not, in an audience or a list: every answer with its facts and without an id. */
final class ExplainingAMemberTest extends InMemoryScenario {
    @Test
    void somebody_who_was_shared_long_enough_ago_is_in() {
        AudienceRef audience = sharedByTwo();
        now = now.plus(Duration.ofDays(3));

        Explanation told = explain(audience, byVisitorId(), recipient(1));

        assertThat(told.verdict()).isEqualTo(Verdict.IN);
        assertThat(told.facts()).extracting(Explanation.Fact::where).contains("ledger", "journal", "crm");
        assertSilent(told);
    }

    @Test
    void a_person_is_the_same_by_a_visitor_id() {
        AudienceRef audience = sharedByTwo();
        now = now.plus(Duration.ofDays(3));

        Explanation told = explain(
                audience,
                byVisitorId(),
                new Person.Visitor(Ecid.parse(visitor(1)).get()));

        assertThat(told.verdict()).isEqualTo(Verdict.IN);
        assertSilent(told);
    }

    @Test
    void somebody_without_a_key_is_in_the_complement() {
        AudienceRef audience = sharedByTwo();

        Explanation told = explain(audience, byVisitorId(), recipient(2));

        assertThat(told.verdict()).isEqualTo(Verdict.OUT);
        assertThat(told.because()).contains("no valid key");
    }

    @Test
    void somebody_whom_the_system_flags_is_never_shared() {
        optedOut(3, visitor(3));
        AudienceRef audience = sharedByTwo();

        assertThat(explain(audience, byVisitorId(), recipient(3)).because()).contains("opted out");
    }

    @Test
    void somebody_whom_the_bridge_remembers_is_never_shared() {
        AudienceRef audience = sharedByTwo();
        person(4, visitor(4));
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .recipient(new RecipientRef(CRM, RecipientId.of(4)))
                                .addDataSources(byVisitorId())
                                .build(),
                        call())
                .get();
        int remembered = suppressions.find().get().get().digests().size();

        Explanation told = explain(audience, byVisitorId(), recipient(4));

        assertThat(told.verdict()).isEqualTo(Verdict.OUT);
        assertThat(told.facts())
                .anyMatch(fact ->
                        fact.where().equals("suppression store") && fact.told().contains("remembered as opted out"));
        assertThat(suppressions.find().get().get().digests().size()).isEqualTo(remembered);
    }

    @Test
    void somebody_outside_the_list_is_out() {
        AudienceRef audience = sharedByTwo();
        person(8, visitor(8));

        assertThat(explain(audience, byVisitorId(), recipient(8)).because()).contains("not in the list");
    }

    @Test
    void an_audience_that_nobody_here_shared_is_undecided() {
        person(1, visitor(1));
        AudienceRef audience = cloud.audience("Somebody else's", visitor(1));

        assertThat(explain(audience, byVisitorId(), recipient(1)).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void an_email_address_that_travels_hashed_is_looked_up_where_it_is_stored() {
        personWithEmail(5, "five@example.com");
        AudienceRef audience = shared(crm.list("By mail", ids(5)), byHashedEmail());
        now = now.plus(Duration.ofDays(3));

        Explanation told = explain(audience, byHashedEmail(), new Person.Declared("five@example.com"));

        assertThat(told.verdict()).isEqualTo(Verdict.IN);
        assertThat(told.facts()).noneMatch(fact -> fact.told().contains("five"));
        assertThat(told.facts()).anyMatch(fact -> fact.told().contains("One recipient has this key"));
    }

    @Test
    void a_list_says_whether_the_audience_names_the_recipient() {
        cloud.withDeliveries();
        person(1, visitor(1));
        person(2, visitor(2));
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        cloud.deliverAll(audience);
        imported(audience, byVisitorId());
        AudienceRef list = listNamed("Gold again");

        Explanation in = explain(list, byVisitorId(), recipient(1));
        Explanation out = explain(list, byVisitorId(), recipient(2));

        assertThat(in.verdict()).isEqualTo(Verdict.IN);
        assertThat(out.verdict()).isEqualTo(Verdict.OUT);
        assertThat(out.because()).contains("No key of the recipient is in the audience");
    }

    @Test
    void a_key_of_several_recipients_is_told_as_ambiguous() {
        person(1, visitor(1));
        person(2, visitor(1));
        AudienceRef list = crm.list("By hand", ids(2));

        Explanation told = explain(
                list, byVisitorId(), new Person.Visitor(Ecid.parse(visitor(1)).get()));

        assertThat(told.verdict()).isEqualTo(Verdict.IN);
        assertThat(told.facts()).anyMatch(fact -> fact.told().contains("2 recipients have this key"));
    }

    @Test
    void a_person_named_by_an_id_of_another_kind_is_refused_without_the_id() {
        AudienceRef audience = sharedByTwo();

        BridgeError refused = bridge.explainMember()
                .explain(new ExplainRequest(audience, byVisitorId(), new Person.Declared("five@example.com")), call())
                .getLeft();

        assertThat(refused).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.toString()).doesNotContain("five");
    }

    private AudienceRef sharedByTwo() {
        person(1, visitor(1));
        person(2);
        return shared(crm.list("Gold customers", ids(1, 2, 3, 4)), byVisitorId());
    }

    private AudienceRef listNamed(String title) {
        return crm.named(title).get();
    }

    private static Person recipient(long id) {
        return new Person.Recipient(new RecipientRef(CRM, RecipientId.of(id)));
    }

    private Explanation explain(AudienceRef audience, DataSource source, Person person) {
        return bridge.explainMember()
                .explain(new ExplainRequest(audience, source, person), call())
                .get();
    }

    private static void assertSilent(Explanation told) {
        assertThat(told.toString()).doesNotContain(visitor(1)).doesNotContain("0000000");
    }
}
