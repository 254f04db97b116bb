// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.BucketPlace;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.ExternalAccount;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.client.StoredSecret;
import io.audiencebridge.domain.error.BridgeError;
import org.junit.jupiter.api.Test;

/** External accounts, through the client. */
class ReadingAccountsTest {
    private static final CallOptions USUAL = CallOptions.standard();

    @Test
    void accounts_are_told_without_their_secrets_and_none_is_asked_for() {
        try (var works = Works.with(person("1"))) {
            var accounts = works.ability(ExternalAccounts.class).all(USUAL).get();

            assertThat(accounts)
                    .extracting(ExternalAccount::name)
                    .contains(ExternalAccounts.IMPORT, ExternalAccounts.EXPORT, ExternalAccounts.EXPERIENCE_CLOUD);
            assertThat(accounts.toString())
                    .doesNotContain(works.sandbox.s3SecretKey())
                    .doesNotContain(works.sandbox.clientSecret());
            assertThat(works.sandbox.exchanges())
                    .allSatisfy(exchange -> assertThat(exchange.toString())
                            .doesNotContain("awsSecret")
                            .doesNotContain("@password")
                            .doesNotContain("clientSecret"));
        }
    }

    @Test
    void an_account_for_s3_has_its_bucket() {
        try (var works = Works.with(person("1"))) {
            var account = works.ability(ExternalAccounts.class)
                    .find(ExternalAccounts.IMPORT, USUAL)
                    .get();

            assertThat(account.active()).isTrue();
            assertThat(account.bucket()).contains(new BucketPlace(works.sandbox.outboundBucket(), "", "us-east-1"));
        }
    }

    @Test
    void an_account_for_ims_has_its_organisation() {
        try (var works = Works.with(person("1"))) {
            var account = works.ability(ExternalAccounts.class)
                    .find(ExternalAccounts.EXPERIENCE_CLOUD, USUAL)
                    .get();

            assertThat(account.organisation()).isEqualTo(works.sandbox.orgId());
            assertThat(account.imsServer()).startsWith("https://");
            assertThat(account.bucket()).isEmpty();
        }
    }

    @Test
    void a_disabled_account_says_so() {
        try (var works = Works.with(person("1"))) {
            works.change("nms:extAccount", ExternalAccounts.EXPORT, "@active", "0");

            assertThat(works.ability(ExternalAccounts.class)
                            .find(ExternalAccounts.EXPORT, USUAL)
                            .get()
                            .active())
                    .isFalse();
        }
    }

    @Test
    void a_secret_comes_as_it_is_stored_on_demand_only_and_hidden() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(ExternalAccounts.class);

            var secret = client.storedSecret(ExternalAccounts.IMPORT, StoredSecret.AWS_SECRET, USUAL)
                    .get();
            var none = client.storedSecret(ExternalAccounts.IMPORT, StoredSecret.CLIENT_SECRET, USUAL);

            assertThat(secret.toString()).isEqualTo("Secret[hidden]");
            assertThat(secret.reveal()).startsWith("@").isNotEqualTo(works.sandbox.s3SecretKey());
            assertThat(none.getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void an_account_that_is_not_there_is_not_found_and_a_wrong_name_refused() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(ExternalAccounts.class);

            assertThat(client.find("nobody", USUAL).getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(client.find("x' OR '1'='1", USUAL).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }
}
