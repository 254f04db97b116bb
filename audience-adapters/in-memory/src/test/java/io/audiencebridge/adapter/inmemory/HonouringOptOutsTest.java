// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.LinkOrigin;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.PersonKey;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.system.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every later export, import, synchronisation and link passes over who opted out (SEMANTICS S23, S13, S2). */
class HonouringOptOutsTest extends InMemoryScenario {
    @Test
    void an_export_counts_her_as_opted_out_by_id_and_by_key_whoever_shares_it() {
        person(1, visitor(1));
        person(2, visitor(1), visitor(2));
        person(3, visitor(1));
        optOutRecipient(1, byVisitorId());

        Receipt receipt = bridge.shareRecipientList()
                .share(share(crm.list("List", ids(1, 2, 3)), byVisitorId()), call())
                .get();

        assertThat(counts(receipt.exported().orElseThrow())).startsWith("read 3 shared 1 already 0 rows 1 out 2");
        assertThat(cloud.keysIn(cloud.named("Gold").get())).containsExactly(visitor(2));
    }

    @Test
    void a_new_e_mail_does_not_bring_her_back_and_nobody_else_brings_it_in_afterwards() {
        personWithEmail(1, "old@example.com");
        optOutRecipient(1, byHashedEmail());
        personWithEmail(1, "new@example.com");
        personWithEmail(2, "new@example.com");

        Receipt first = bridge.shareRecipientList()
                .share(share(crm.list("List", ids(1)), byHashedEmail()), call())
                .get();
        Receipt second = bridge.shareRecipientList()
                .share(share(crm.list("More", ids(2)), byHashedEmail()), call())
                .get();

        assertThat(counts(first.exported().orElseThrow())).startsWith("read 1 shared 0 already 0 rows 0 out 1");
        assertThat(counts(second.exported().orElseThrow())).startsWith("read 1 shared 0 already 0 rows 0 out 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyRoute.class,
            names = {"SCAN", "LOOK_UP"})
    void an_import_counts_her_rows_as_suppressed_by_every_route(KeyRoute route) {
        person(1, visitor(1));
        person(2, visitor(2), visitor(1));
        person(3, visitor(3));
        AudienceRef audience = cloud.audience("Gold", visitor(1), visitor(2), visitor(3), visitor(4));
        optOutRecipient(1, byVisitorId());
        bridge = bridge(Optional.of(route));

        Receipt receipt = imported(audience, byVisitorId());

        var match = receipt.imported().orElseThrow().match();
        assertThat(match.suppressed()).isEqualTo(1);
        assertThat(match.matched()).isEqualTo(2);
        assertThat(match.unmatched()).isEqualTo(1);
        assertThat(crm.recipientsIn(crm.named("Gold again").get()))
                .containsExactlyInAnyOrder(RecipientId.of(2), RecipientId.of(3));
    }

    @Test
    void an_import_suppresses_a_new_key_of_hers_for_everybody() {
        person(1, visitor(1));
        optOutRecipient(1, byVisitorId());
        person(1, visitor(8));
        person(2, visitor(8));
        AudienceRef audience = cloud.audience("Gold", visitor(8));

        Receipt receipt = imported(audience, byVisitorId());

        assertThat(receipt.imported().orElseThrow().match().suppressed()).isEqualTo(1);
        assertThat(receipt.imported().orElseThrow().listSize()).isZero();
    }

    @Test
    void a_new_e_mail_that_an_import_saw_is_not_shared_by_anybody_else() {
        personWithEmail(1, "old@example.com");
        optOutRecipient(1, byHashedEmail());
        personWithEmail(1, "new@example.com");
        bridge = bridge(Optional.of(KeyRoute.SCAN));
        imported(
                cloud.audience("Other", "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476"),
                byHashedEmail());
        personWithEmail(2, "new@example.com");

        Receipt receipt = bridge.shareRecipientList()
                .share(share(crm.list("List", ids(2)), byHashedEmail()), call())
                .get();

        assertThat(counts(receipt.exported().orElseThrow())).startsWith("read 1 shared 0 already 0 rows 0 out 1");
    }

    @Test
    void an_import_of_kept_fingerprints_knows_her_too() {
        cloud.withDeliveries();
        personWithEmail(1, "ann@example.com");
        personWithEmail(2, "bob@example.com");
        AudienceRef gold = shared(crm.list("List", ids(1, 2)), byHashedEmail());
        cloud.deliverAll(gold);
        optOutKey(byHashedEmail(), "Ann@Example.com ");

        Receipt receipt = imported(gold, byHashedEmail());

        assertThat(receipt.imported().orElseThrow().match().suppressed()).isEqualTo(1);
        assertThat(crm.recipientsIn(crm.named("Gold again").get())).containsExactly(RecipientId.of(2));
    }

    @Test
    void a_key_is_known_in_every_form_in_which_it_travels() {
        optOutKey(opaque("account", KeyForm.PLAIN), "A-1");
        account(1, "account", "A-1");
        account(2, "account", "A-2");

        Receipt receipt = bridge.shareRecipientList()
                .share(share(crm.list("List", ids(1, 2)), opaque("account", KeyForm.SHA256)), call())
                .get();

        assertThat(counts(receipt.exported().orElseThrow())).startsWith("read 2 shared 1 already 0 rows 1 out 1");
    }

    @Test
    void the_same_number_in_another_field_is_another_person() {
        optOutKey(opaque("account", KeyForm.PLAIN), "1001");
        account(2, "loyalty", "1001");

        Receipt receipt = bridge.shareRecipientList()
                .share(share(crm.list("List", ids(2)), opaque("loyalty", KeyForm.PLAIN)), call())
                .get();

        assertThat(counts(receipt.exported().orElseThrow())).startsWith("read 1 shared 1 already 0 rows 1 out 0");
    }

    @Test
    void a_synchronisation_tells_nothing_of_her() {
        cloud.withLinks(14016, 14018);
        both(1, "ann@example.com", visitor(1));
        both(2, "bob@example.com", visitor(2));
        both(3, "cid@example.com", visitor(3));
        optOutKey(byHashedEmail(), "ann@example.com");
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .addVisitors(Ecid.parse(visitor(2)).get())
                                .build(),
                        call())
                .get();

        Receipt receipt = bridge.syncDeclaredIds()
                .sync(
                        SyncRequest.builder()
                                .list(crm.list("List", ids(1, 2, 3)))
                                .to(CLOUD)
                                .visitors(byVisitorId())
                                .declared(byHashedEmail())
                                .build(),
                        call())
                .get();

        assertThat(receipt.synced().orElseThrow().complement().optedOut()).isEqualTo(2);
        assertThat(receipt.synced().orElseThrow().synced()).isEqualTo(1);
        assertThat(cloud.links())
                .singleElement()
                .matches(link -> link.visitor().equals(Ecid.parse(visitor(3)).get()));
    }

    @Test
    void a_link_of_her_id_or_of_her_visitor_is_not_made() {
        cloud.withLinks(14018);
        optOutKey(byHashedEmail(), "ann@example.com");
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .addVisitors(Ecid.parse(visitor(2)).get())
                                .build(),
                        call())
                .get();

        assertThat(link("ANN@example.com", visitor(5))).isEqualTo(LinkOutcome.OPTED_OUT);
        assertThat(link("bob@example.com", visitor(2))).isEqualTo(LinkOutcome.OPTED_OUT);
        assertThat(link("bob@example.com", visitor(5))).isEqualTo(LinkOutcome.LINKED);
        assertThat(cloud.links()).hasSize(1);
    }

    @Test
    void without_the_secret_or_with_another_nothing_is_shared_imported_or_linked() {
        person(1, visitor(1));
        optOutRecipient(1, byVisitorId());
        AudienceRef list = crm.list("List", ids(1));
        AudienceRef audience = cloud.audience("Other", visitor(1));
        for (Optional<Secret> secret :
                List.of(Optional.<Secret>empty(), Optional.of(Secret.of("quite another secret")))) {
            bridge = bridge(Optional.empty(), secret);

            BridgeError export = bridge.shareRecipientList()
                    .share(share(list, byVisitorId()), call())
                    .getLeft();
            BridgeError imported = bridge.importSharedAudience()
                    .importAudience(intoList(audience, byVisitorId()).build(), call())
                    .getLeft();

            assertThat(List.of(export.message(), imported.message()))
                    .allSatisfy(message -> assertThat(message).contains("suppressionSecret"));
        }
        assertThat(cloud.keysIn(cloud.named("Gold").get())).isEmpty();
    }

    @Test
    void workflows_that_know_nothing_of_her_are_not_ordered() {
        crm.withWorkflows(cloud);
        person(1, visitor(1));
        optOutRecipient(1, byVisitorId());
        ShareRequest share = ShareRequest.builder()
                .from(share(crm.list("List", ids(1)), byVisitorId()))
                .route(Route.SYSTEM)
                .build();
        ImportRequest load = intoList(cloud.audience("Other", visitor(1)), byVisitorId())
                .route(Route.SYSTEM)
                .build();

        assertThat(bridge.shareRecipientList().share(share, call()).getLeft().message())
                .contains("route", "BRIDGE");
        assertThat(bridge.importSharedAudience()
                        .importAudience(load, call())
                        .getLeft()
                        .message())
                .contains("route", "BRIDGE");
    }

    private void optOutRecipient(long id, DataSource dataSource) {
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .recipient(new RecipientRef(CRM, RecipientId.of(id)))
                                .addDataSources(dataSource)
                                .build(),
                        call())
                .get();
    }

    private void optOutKey(DataSource dataSource, String value) {
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .addKeys(new PersonKey(dataSource, value))
                                .build(),
                        call())
                .get();
    }

    private LinkOutcome link(String email, String visitor) {
        return bridge.linkVisitor()
                .link(
                        LinkRequest.builder()
                                .visitor(
                                        new WebVisitor.Known(Ecid.parse(visitor).get()))
                                .recipient(email)
                                .dataSource(byHashedEmail())
                                .origin(LinkOrigin.LOGIN)
                                .through(CLOUD)
                                .build(),
                        call())
                .get();
    }

    private void account(long id, String field, String value) {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(id))
                .fields(Map.of(field, value))
                .build());
    }

    private void both(long id, String email, String visitor) {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(id))
                .fields(Map.of("email", email))
                .sourceIds(List.of(visitor))
                .build());
    }

    private static DataSource opaque(String field, KeyForm wire) {
        return DataSource.builder()
                .id(14020)
                .mergeRuleDataSourceId(5002)
                .key(Declared.builder()
                        .field(field)
                        .content(KeyContent.OPAQUE)
                        .wire(wire)
                        .build())
                .build();
    }
}
