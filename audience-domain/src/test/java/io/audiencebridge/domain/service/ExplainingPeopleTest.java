// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Explanation.Fact;
import io.audiencebridge.domain.diagnosis.Explanation.Verdict;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.EventMerge;
import io.audiencebridge.domain.member.EventState;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every answer to why somebody is, or is not, in an audience or a list, and the facts that lead to it. */
class ExplainingPeopleTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final AudienceRef LIST = new AudienceRef(CRM, "42");
    private static final AudienceRef AUDIENCE = new AudienceRef(new ConnectionName("cloud"), "7");
    private static final DataSource SOURCE = DataSource.visitor(14016);
    private static final LedgerKey PAGE = new LedgerKey(AUDIENCE, 14016);
    private static final IdSet KEY = Rows.fingerprints("a");
    private static final IdSet OTHER = Rows.fingerprints("b");
    private static final Set<RecipientRef> ONE = HashSet.of(new RecipientRef(CRM, RecipientId.of(1)));
    private static final PersonFacts PERSON = new PersonFacts(ONE, KEY, 0, false, true);
    private static final PersonFacts OPTED_OUT = new PersonFacts(ONE, KEY, 0, true, true);

    private final Stores stores = new Stores();
    private final FactChain chain = new FactChain();
    private MemberReader listed =
            (audience, source, call) -> Either.right(new MemberFeed.Ready(Rows.source(Rows.batch("2:x", "1:y"))));

    @Test
    void who_was_in_it_when_it_was_read_is_in() {
        stores.memberships.keep(PAGE, new Membership("1", KEY));

        assertThat(audience(PERSON))
                .isEqualTo(answer(
                        Verdict.IN, "A key of the person was in the audience when its members were last delivered"));
        assertThat(chain.all())
                .containsExactly(
                        new Fact("ledger", "No key of the person was ever sent into this audience"),
                        new Fact("memberships", "A key of the person was in it when the audience was last read"));
        assertThat(audience(OPTED_OUT).because())
                .endsWith("; the person has opted out, which takes a day or two to show");
    }

    @Test
    void who_was_not_in_it_or_nobody_knows_is_told_by_the_facts() {
        audience(PERSON);
        stores.memberships.keep(PAGE, new Membership("1", OTHER));
        audience(PERSON);

        assertThat(chain.all())
                .contains(
                        new Fact("memberships", "Who is in the audience was never read"),
                        new Fact("memberships", "No key of the person was in it when the audience was last read"));
    }

    @Test
    void who_was_sent_by_a_run_that_is_not_delivered_is_on_the_way() {
        sent("run-1", RunState.TRANSFERRING, Duration.ofHours(1), Map.of());

        assertThat(audience(PERSON))
                .isEqualTo(answer(Verdict.ON_THE_WAY, "A run that sends the person is not delivered yet"));
        assertThat(chain.all())
                .startsWith(
                        new Fact("ledger", "A key of the person was sent into this audience"),
                        new Fact("journal", "Run run-1, begun at 2026-11-25T23:00:00Z, is TRANSFERRING"));
    }

    @Test
    void of_several_runs_the_newest_delivered_one_counts_and_those_that_sent_others_do_not() {
        sent("run-1", RunState.DELIVERED, Duration.ofDays(9), Map.of());
        sent("run-2", RunState.DELIVERED, Duration.ofDays(5), Map.of());
        sent("run-3", RunState.TRANSFERRING, Duration.ofDays(1), Map.of());
        stores.ledger.keep(PAGE, new RunId("run-4"), OTHER);
        stores.journal.save(record("run-4", RunState.DELIVERED, Duration.ofDays(1), Map.of()));

        assertThat(audience(PERSON).verdict()).isEqualTo(Verdict.IN);
        assertThat(chain.all().get(1).told()).startsWith("Run run-2, begun at");
    }

    @Test
    void who_was_shared_is_in_once_the_latest_time_has_come() {
        Map<String, String> file = Map.of("files", "a.sync.gz");
        sent("run-1", RunState.DELIVERED, Duration.ofHours(47), file);
        assertThat(audience(PERSON))
                .isEqualTo(answer(Verdict.ON_THE_WAY, "The person was shared, and it is not time for it to show yet"));

        sent("run-1", RunState.DELIVERED, Duration.ofDays(2), file);
        assertThat(audience(PERSON)).isEqualTo(answer(Verdict.IN, "The person was shared long enough ago to be in"));
        assertThat(chain.all())
                .extracting(Fact::told)
                .anyMatch(told -> told.endsWith("; members show from 2026-11-24T00:00:00Z to 2026-11-26T00:00:00Z"));

        sent("run-1", RunState.STORED, Duration.ofDays(2), file);
        assertThat(audience(PERSON))
                .isEqualTo(answer(Verdict.IN, "The person was shared, and the system stored the rows of that run"));
    }

    @Test
    void who_was_shared_and_opted_out_or_was_forgotten_is_out() {
        sent("run-1", RunState.DELIVERED, Duration.ofDays(30), Map.of("audience.timeToLive", "P30D"));
        assertThat(audience(PERSON).verdict()).isEqualTo(Verdict.IN);
        assertThat(audience(OPTED_OUT))
                .isEqualTo(answer(
                        Verdict.OUT,
                        "The person was shared, and opted out; a removal is written at opt-out (SEMANTICS S23)"));

        sent("run-1", RunState.DELIVERED, Duration.ofDays(31), Map.of("audience.timeToLive", "P30D"));
        assertThat(audience(PERSON))
                .isEqualTo(
                        answer(
                                Verdict.OUT,
                                "The person was shared longer ago than the audience remembers; the next share renews (SEMANTICS S15)"));
    }

    @Test
    void who_was_never_sent_is_out_if_opted_out_or_without_a_key() {
        assertThat(audience(OPTED_OUT))
                .isEqualTo(answer(Verdict.OUT, "The person opted out and is never shared (SEMANTICS S23)"));
        assertThat(audience(new PersonFacts(ONE, IdSet.EMPTY, 1, false, true)))
                .isEqualTo(
                        answer(
                                Verdict.OUT,
                                "The person has no valid key of this data source, and counts in the complement (SEMANTICS S13)"));
        assertThat(audience(new PersonFacts(ONE, IdSet.EMPTY, 0, false, false)))
                .isEqualTo(answer(Verdict.UNDECIDED, "No key of the person is known, and nobody could be asked"));
    }

    @Test
    void of_an_audience_that_nobody_here_shared_nothing_is_known() {
        assertThat(audience(PERSON).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(audience(PERSON).because())
                .isEqualTo(
                        "This bridge never shared into the audience nor read its members, and no call tells who is in it");
        assertThat(chain.all()).contains(new Fact("journal", "No run of this bridge ever shared into this audience"));
        shared("run-1", RunState.DELIVERED, DataSource.visitor(999));
        assertThat(audience(PERSON).verdict())
                .as("by another data source it is another page")
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void who_is_in_the_list_comes_with_its_next_share_or_with_the_one_at_work() {
        shared("run-1", RunState.DELIVERED, SOURCE);
        assertThat(audience(PERSON))
                .isEqualTo(
                        answer(
                                Verdict.OUT,
                                "The recipient is in the list and was not when it was shared last, or got the key later; the next share brings them in"));
        assertThat(chain.all())
                .endsWith(
                        new Fact("journal", "Run run-1 shared into it last and is DELIVERED"),
                        new Fact("crm", "The recipient is in the list that is shared"));

        shared("run-2", RunState.PREPARING, SOURCE);
        assertThat(audience(PERSON))
                .isEqualTo(answer(
                        Verdict.ON_THE_WAY, "The recipient is in the list, and the run that shares it is not over"));
    }

    @Test
    void who_is_not_in_the_list_is_out_and_a_list_that_cannot_be_read_is_told() {
        shared("run-1", RunState.DELIVERED, SOURCE);
        listed = (audience, source, call) -> Either.right(new MemberFeed.Ready(Rows.source(Rows.batch("2:x"))));
        assertThat(audience(PERSON))
                .isEqualTo(answer(Verdict.OUT, "The recipient is not in the list from which the audience is shared"));
        assertThat(chain.all()).endsWith(new Fact("crm", "The recipient is not in the list that is shared"));

        listed = (audience, source, call) ->
                Either.right(new MemberFeed.NotYet(new Waiting(Stores.NOW, "a workflow fills it")));
        assertThat(explained(PERSON).getLeft().message())
                .isEqualTo("List crm/42 cannot be read yet: a workflow fills it");
    }

    @Test
    void a_key_of_no_recipient_is_in_no_list_and_one_that_cannot_be_looked_up_is_undecided() {
        shared("run-1", RunState.DELIVERED, SOURCE);

        assertThat(audience(new PersonFacts(HashSet.empty(), KEY, 0, false, true)))
                .isEqualTo(answer(Verdict.OUT, "No recipient has this key, so no list can bring the person in"));
        assertThat(audience(new PersonFacts(HashSet.empty(), KEY, 0, false, false)))
                .isEqualTo(answer(
                        Verdict.UNDECIDED, "The recipient could not be looked up by this key; name the recipient"));
        assertThat(list(new PersonFacts(HashSet.empty(), KEY, 0, false, true)))
                .isEqualTo(answer(Verdict.OUT, "No recipient has this key, and a list holds recipients only"));
        assertThat(list(new PersonFacts(HashSet.empty(), KEY, 0, false, false)).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void in_a_list_that_no_run_filled_people_are_by_hand() {
        assertThat(list(PERSON))
                .isEqualTo(answer(Verdict.IN, "The recipient is in the list, and not by a run of this bridge"));
        assertThat(chain.all())
                .containsExactly(
                        new Fact("crm", "The recipient is in the list now"),
                        new Fact("journal", "No run of this bridge filled the list"));
        nobodyListed();
        assertThat(list(PERSON))
                .isEqualTo(answer(Verdict.OUT, "The recipient is not in the list, which no run of this bridge filled"));
    }

    @Test
    void who_is_in_a_list_that_an_import_filled_may_have_been_added_by_hand() {
        filled("import", RunState.DELIVERED, Map.of());
        assertThat(list(PERSON)).isEqualTo(answer(Verdict.IN, "The recipient is in the list"));
        assertThat(chain.all())
                .contains(
                        new Fact("journal", "Run run-1 filled the list last from audience cloud/7; it is DELIVERED"),
                        new Fact("memberships", "The audience's members are not remembered"));
        assertThat(list(OPTED_OUT).because())
                .isEqualTo(
                        "The recipient is in the list and has opted out; the next import takes them out (SEMANTICS S23)");

        stores.memberships.keep(PAGE, new Membership("1", OTHER));
        assertThat(list(PERSON).because())
                .isEqualTo(
                        "The recipient is in the list, and no key of theirs is in the audience as it was last read: added by hand, or a key changed; the next import takes them out (SEMANTICS S12)");
        assertThat(chain.all()).endsWith(new Fact("memberships", "The audience had 1 members when it was last read"));
        stores.memberships.keep(PAGE, new Membership("1", KEY));
        assertThat(list(PERSON).because()).isEqualTo("The recipient is in the list");
    }

    @Test
    void who_is_not_in_a_list_that_an_import_filled_is_told_the_first_reason_that_holds() {
        nobodyListed();
        filled("import", RunState.DELIVERED, Map.of());
        assertThat(list(OPTED_OUT))
                .isEqualTo(answer(Verdict.OUT, "The person opted out and is never imported (SEMANTICS S23)"));
        assertThat(list(new PersonFacts(ONE, IdSet.EMPTY, 0, false, true)).because())
                .isEqualTo("The recipient has no valid key by which the audience could name them");
        assertThat(list(PERSON).because())
                .isEqualTo(
                        "The recipient is not in the list; whether a key of theirs is in the audience is not remembered here");
        stores.memberships.keep(PAGE, new Membership("1", OTHER));
        assertThat(list(PERSON).because()).isEqualTo("No key of the recipient is in the audience as it was last read");
    }

    @Test
    void whose_key_is_in_the_audience_comes_with_the_next_run_unless_the_policy_leaves_the_key_out() {
        nobodyListed();
        stores.memberships.keep(PAGE, new Membership("1", KEY));
        filled("import", RunState.PREPARING, Map.of());
        assertThat(list(PERSON))
                .isEqualTo(answer(
                        Verdict.ON_THE_WAY,
                        "A key of the recipient is in the audience, and the run is not delivered yet"));
        filled("import", RunState.DELIVERED, Map.of("ambiguity", "ALL"));
        assertThat(list(PERSON).verdict()).isEqualTo(Verdict.ON_THE_WAY);
        assertThat(list(PERSON).because()).endsWith("the next run brings them in");
        filled("import", RunState.DELIVERED, Map.of("ambiguity", "NONE"));
        assertThat(list(PERSON))
                .isEqualTo(
                        answer(
                                Verdict.OUT,
                                "A key of the recipient is in the audience; it is ambiguous and left out by the run's policy, or came after the last run (SEMANTICS S4)"));
    }

    @Test
    void what_was_received_from_platform_is_remembered_by_its_events() {
        nobodyListed();
        filled("receive", RunState.PREPARING, Map.of());
        EventMerge merge = new EventMerge(EventState.EMPTY);
        merge.beginFile(1, false);
        merge.take(KEY.high(0), KEY.low(0), 1, true);
        merge.endFile();
        stores.eventStates.keep(
                new LedgerKey(AUDIENCE, 0), new AppliedEvents(HashSet.empty(), merge.state(Long.MIN_VALUE)));

        assertThat(list(PERSON).verdict()).isEqualTo(Verdict.ON_THE_WAY);
        assertThat(chain.all()).endsWith(new Fact("memberships", "The audience had 1 members when it was last read"));
    }

    private void nobodyListed() {
        listed = (audience, source, call) -> Either.right(new MemberFeed.Ready(Rows.source()));
    }

    private void filled(String kind, RunState state, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(Map.of("kind", kind, "into", "crm", "list.id", "42"));
        all.putAll(Map.of("audience.connection", "cloud", "audience.id", "7", "dataSource.id", "14016"));
        all.putAll(facts);
        stores.journal.save(record("run-1", state, Duration.ofDays(1), all));
    }

    private void shared(String run, RunState state, DataSource source) {
        Map<String, String> facts = new TreeMap<>(ShareFacts.write(ShareRequest.builder()
                .list(LIST)
                .to(AUDIENCE.connection())
                .audience("Gold")
                .dataSource(source)
                .build()));
        facts.put("audience.id", "7");
        stores.journal.save(record(run, state, Duration.ofDays(1), facts));
    }

    private void sent(String run, RunState state, Duration ago, Map<String, String> facts) {
        stores.ledger.keep(PAGE, new RunId(run), KEY);
        stores.journal.save(record(run, state, ago, facts));
    }

    /** With a file it was delivered as soon as it began. */
    private static RunRecord record(String run, RunState state, Duration ago, Map<String, String> facts) {
        Instant started = Stores.NOW.minus(ago);
        Map<String, String> all = new TreeMap<>(facts);
        if (facts.containsKey("files")) {
            all.put("delivered", started.toString());
        }
        return RunRecord.builder()
                .run(new RunId(run))
                .state(state)
                .started(started)
                .updated(started)
                .facts(all)
                .build();
    }

    private static FactChain.Answer answer(Verdict verdict, String because) {
        return new FactChain.Answer(verdict, because);
    }

    private FactChain.Answer audience(PersonFacts person) {
        return explained(person).get();
    }

    private Either<BridgeError, FactChain.Answer> explained(PersonFacts person) {
        return new ExplainedAudience(SOURCE, stores.infrastructure().build(), inList(), chain).answer(AUDIENCE, person);
    }

    private FactChain.Answer list(PersonFacts person) {
        return new ExplainedList(stores.infrastructure().build(), inList(), chain)
                .answer(LIST, person)
                .get();
    }

    private InList inList() {
        return new InList(SOURCE, new Connectors(HashMap.of(CRM, Stores.offering(listed))), Rows.call());
    }
}
