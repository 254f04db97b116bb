// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.OptOutLeg;
import io.audiencebridge.domain.sharing.OptOutLeg.State;
import io.audiencebridge.domain.spi.connector.OptOutAnswer;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a service made of opt-outs, and how they are remembered under the bridge's secret (SEMANTICS S23). */
class TellingOptOutsTest {
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final Secret SECRET = Secret.of("known to nobody else");
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");

    private final Stores.OptedOut store = new Stores.OptedOut();

    @Test
    void places_in_which_opt_outs_stand_are_added_up() {
        OptOutLeg leg = leg(told(answer(2), answer(3)), false);

        assertThat(leg.state()).isEqualTo(State.DONE);
        assertThat(leg.kind()).isEqualTo(OptOutLeg.Kind.TELL);
        assertThat(leg.at()).isEqualTo("cloud");
        assertThat(leg.count()).isEqualTo(5);
        assertThat(leg.toDo()).isEmpty();
    }

    @Test
    void one_id_that_is_refused_does_not_keep_the_others_from_being_told() {
        Told told = told(Either.left(GONE), answer(3));

        OptOutLeg leg = leg(told, true);
        assertThat(told.isEverywhere()).isFalse();
        assertThat(leg.state()).isEqualTo(State.FAILED);
        assertThat(leg.count()).isEqualTo(3);
        assertThat(leg.error()).contains(GONE);
        assertThat(leg.toDo()).contains("Repeat the request once the cause is gone; what was done stays done");
    }

    @Test
    void a_place_that_failed_fails_the_leg_though_others_stand() {
        OptOutAnswer half = OptOutAnswer.builder().standing(1).addFailures(GONE).build();

        assertThat(leg(told(Either.right(half)), true).state()).isEqualTo(State.FAILED);
    }

    @Test
    void what_a_service_cannot_tell_is_pending_unless_another_one_told_it() {
        Told told = told(
                Either.right(OptOutAnswer.builder()
                        .standing(1)
                        .elsewhere("tell Audience Manager by hand")
                        .build()),
                Either.right(OptOutAnswer.builder()
                        .standing(1)
                        .elsewhere("something else")
                        .build()));

        assertThat(told.isEverywhere()).isFalse();
        assertThat(leg(told, false).state()).isEqualTo(State.PENDING);
        assertThat(leg(told, false).toDo()).contains("tell Audience Manager by hand");
        assertThat(leg(told, false).count()).isZero();
        assertThat(leg(told, true).state()).isEqualTo(State.DONE);
        assertThat(told(answer(1)).isEverywhere()).isTrue();
    }

    @Test
    void a_call_that_is_over_tells_nobody_any_more() {
        var call = Rows.call();
        call.cancel();

        Told told = Told.of(CLOUD, (order, ended) -> answer(1), orders(2), call);

        assertThat(told.standing()).isZero();
        assertThat(told.failures()).hasSize(2).allMatch(BridgeError.Cancelled.class::isInstance);
    }

    @Test
    void a_receipt_is_complete_when_every_leg_is_done() {
        OptOutLegs legs = new OptOutLegs();
        legs.done(OptOutLeg.Kind.REMEMBER, "suppression store", 4);
        assertThat(legs.receipt().isComplete()).isTrue();
        legs.pending(OptOutLeg.Kind.TELL, "services", "tell the service by hand");
        assertThat(legs.receipt().isComplete()).isFalse();
        assertThat(legs.receipt().legs()).hasSize(2);
    }

    @Test
    void nobody_is_suppressed_without_a_store_or_in_an_empty_one_and_no_secret_is_asked_for() {
        Infrastructure nothing = new Stores().infrastructure().build();
        assertThat(SuppressedPeople.of(nothing).get().isEmpty()).isTrue();
        Infrastructure empty = new Stores().infrastructure().suppressions(store).build();
        assertThat(SuppressedPeople.of(empty).get().isEmpty()).isTrue();
        assertThat(SuppressedPeople.of(empty).get().check(CLOUD, VISITOR)).isSameAs(SuppressionCheck.NONE);
        assertThat(SuppressedPeople.of(empty).get().keepLearned().get()).isZero();
    }

    @Test
    void people_who_opted_out_are_never_passed_over_for_want_of_the_secret() {
        store.add(new Suppressed(PersonDigester.check(SECRET), Rows.fingerprints("a")));
        Infrastructure without =
                new Stores().infrastructure().suppressions(store).build();
        Infrastructure another = Infrastructure.builder()
                .from(without)
                .suppressionSecret(Secret.of("quite another one"))
                .build();

        assertThat(SuppressedPeople.of(without).getLeft().message())
                .contains(
                        "suppressionSecret",
                        "is missing, and people opted out here; give the secret under which they are remembered. Nobody is shared, imported or linked without it");
        assertThat(SuppressedPeople.of(another).getLeft().message())
                .contains("is not the one under which the people who opted out here are remembered");
    }

    @Test
    void a_recipient_and_a_key_are_known_by_their_digests_and_a_key_seen_with_them_is_learned_once() {
        remember(CLOUD, 1);
        SuppressedPeople people = people();
        SuppressionCheck check = people.check(CLOUD, VISITOR);

        assertThat(check.recipient(0, 1)).isTrue();
        assertThat(check.recipient(0, 2)).isFalse();
        assertThat(check.recipient(0, 1)).isTrue();
        assertThat(people.check(new ConnectionName("other"), VISITOR).recipient(0, 1))
                .as("elsewhere it is another person's")
                .isFalse();
        assertThat(check.key(7, 8)).isFalse();
        assertThat(check.key(7, 8, false)).isFalse();
        assertThat(people.keepLearned().get()).isZero();

        assertThat(check.key(7, 8, true)).isTrue();
        assertThat(check.key(7, 8, true)).isTrue();
        assertThat(people.keepLearned().get()).isEqualTo(1);

        assertThat(people().check(CLOUD, VISITOR).key(7, 8)).isTrue();
        assertThat(people().check(CLOUD, VISITOR).key(7, 8, false)).isTrue();
        assertThat(store.sizes()).containsExactly(2);
        assertThat(SuppressionCheck.NONE.key(7, 8, true)).isTrue();
        assertThat(SuppressionCheck.NONE.key(7, 8, false)).isFalse();
        assertThat(SuppressionCheck.NONE.recipient(0, 1)).isFalse();
    }

    @Test
    void a_key_that_is_known_already_is_not_learned_again() {
        remember(CLOUD, 1);
        people().check(CLOUD, VISITOR).key(7, 8, true);
        SuppressedPeople first = people();
        first.check(CLOUD, VISITOR).key(7, 8, true);
        first.keepLearned();
        int added = store.added();

        SuppressedPeople second = people();
        second.check(CLOUD, VISITOR).key(7, 8, true);

        assertThat(second.keepLearned().get()).isZero();
        assertThat(store.added()).isEqualTo(added);
    }

    @Test
    void what_was_done_for_an_id_is_remembered_by_deed() {
        OptOutRegister register = OptOutRegister.of(known()).get();

        assertThat(register.isDone("left cloud/7", 1, 2).get()).isFalse();
        register.done("left cloud/7", 1, 2);

        assertThat(register.isDone("left cloud/7", 1, 2).get()).isTrue();
        assertThat(register.isDone("left cloud/8", 1, 2).get()).isFalse();
        assertThat(register.isDone("left cloud/7", 1, 3).get()).isFalse();
    }

    @Test
    void nobody_can_be_remembered_without_a_store_and_a_secret_of_ones_own() {
        Infrastructure nothing = new Stores().infrastructure().build();
        Infrastructure secretless =
                new Stores().infrastructure().suppressions(store).build();

        assertThat(OptOutRegister.of(nothing).getLeft().message())
                .contains("home", "remembers nobody who opted out; use one that does, such as a folder");
        assertThat(OptOutRegister.of(secretless).getLeft().message())
                .contains("suppressionSecret", "is missing; people who opt out are remembered under a secret of yours");
        remember(CLOUD, 1);
        assertThat(OptOutRegister.of(Infrastructure.builder()
                                .from(secretless)
                                .suppressionSecret(Secret.of("quite another one"))
                                .build())
                        .isLeft())
                .isTrue();
        assertThat(OptOutRegister.of(known()).isRight()).isTrue();
    }

    @Test
    void a_key_is_remembered_in_every_form_in_which_a_run_may_meet_it() {
        DeclaredIdCipher cipher = DeclaredIdCipher.of(
                        "shop", Secret.of("00112233445566778899aabbccddeeff"), Secret.of("ff".repeat(16)))
                .get();
        Declared plain = Declared.builder().field("email").build();

        assertThat(digests(plain, "a")).as("plain, hashed").isEqualTo(digests(plain, "a", cipher) - 1);
        assertThat(digests(VISITOR, "1".repeat(38)))
                .as("packed and by fingerprint")
                .isEqualTo(2);
        assertThat(digests(VISITOR, "no good")).isZero();
        assertThat(digests(
                        Declared.builder()
                                .field("email")
                                .stored(KeyForm.SHA256)
                                .wire(KeyForm.SHA256)
                                .build(),
                        "a".repeat(64),
                        cipher))
                .as("a stored hash travels as it is")
                .isEqualTo(2);
    }

    private static int digests(ReconciliationKey key, String stored, DeclaredIdCipher... ciphers) {
        PersonDigests digests = new PersonDigests(SECRET, Vector.of(ciphers));
        digests.add(key, stored);
        return digests.all().size();
    }

    @Test
    void rows_of_people_who_opted_out_are_marked_and_their_source_is_closed() {
        remember(CLOUD, 1);
        SuppressedPeople people = people();
        Rows.Given given = Rows.source(Rows.batch("1:", "2:" + "1".repeat(38)));

        try (KeySource marked = SuppressedRecipients.ofStored(given, () -> people.check(CLOUD, VISITOR), VISITOR)) {
            assertThat(marked.readers()).isEqualTo(1);
            assertThat(Rows.all(marked)).containsExactly("1:!", "2:" + "1".repeat(38));
        }

        assertThat(given.closed()).isEqualTo(1);
    }

    private void remember(ConnectionName connection, long recipient) {
        try (PersonDigester digester = PersonDigester.ofRecipients(SECRET, connection)) {
            digester.take(0, recipient);
            store.add(new Suppressed(
                    PersonDigester.check(SECRET),
                    new IdSetBuilder().add(digester.high(), digester.low()).build()));
        }
    }

    private SuppressedPeople people() {
        return SuppressedPeople.of(known()).get();
    }

    private Infrastructure known() {
        return new Stores()
                .infrastructure()
                .suppressions(store)
                .suppressionSecret(SECRET)
                .build();
    }

    @SafeVarargs
    private static Told told(Either<BridgeError, OptOutAnswer>... answers) {
        Deque<Either<BridgeError, OptOutAnswer>> left = new ArrayDeque<>();
        for (Either<BridgeError, OptOutAnswer> answer : answers) {
            left.add(answer);
        }
        return Told.of(CLOUD, (order, call) -> left.remove(), orders(answers.length), Rows.call());
    }

    private static Seq<OptOutOrder> orders(int count) {
        return Vector.fill(
                count, () -> new OptOutOrder.Device(Ecid.parse("1".repeat(38)).get(), OptionalInt.empty()));
    }

    private static Either<BridgeError, OptOutAnswer> answer(int standing) {
        return Either.right(OptOutAnswer.builder().standing(standing).build());
    }

    private static OptOutLeg leg(Told told, boolean everywhere) {
        OptOutLegs legs = new OptOutLegs();
        told.into(legs, everywhere);
        return legs.receipt().legs().get(0);
    }
}
