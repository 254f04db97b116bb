// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What can be seen to be wrong with properties before anything is opened. Names properties, never a secret's value. */
final class PropertyChecks {
    private final Errors errors;

    PropertyChecks(Errors errors) {
        this.errors = errors;
    }

    void check(AudienceBridgeProperties properties) {
        positive("limit", properties.limit());
        positive("leaseFor", properties.leaseFor());
        positive("resumeDue.every", properties.resumeDue().every());
        notNegative("shutdown.patience", properties.shutdown().patience());
        positive("http.connectTimeout", properties.http().connectTimeout());
        positive("http.readTimeout", properties.http().readTimeout());
        when(properties.http().maxAttempts() < 1, "http.maxAttempts", "must be 1 or more");
        atLeast(PersonDigester.SHORTEST_SECRET, "suppressionSecret", properties.suppressionSecret());
        atLeast(RecipientIndexSettings.SHORTEST_SECRET, "recipientIndexSecret", properties.recipientIndexSecret());
        signIn(properties.signIn());
        systems(properties);
        properties.files().forEach((name, files) -> files("files[" + name + "]", files));
        properties
                .ciphers()
                .forEach((name, cipher) -> when(
                        cipher.publicKey() == null && cipher.privateKey() == null,
                        "ciphers[" + name + "].publicKey",
                        "or a private-key must be given"));
        journal(properties.journal());
    }

    private void signIn(AudienceBridgeProperties.@Nullable SignIn signIn) {
        if (signIn == null) {
            return;
        }
        organisation("signIn.organisation", signIn.organisation());
        when(signIn.clientSecrets().size() > 2, "signIn.clientSecrets", "are two at most, one that replaces the other");
        when(
                signIn.clientId() == null && !signIn.clientSecrets().isEmpty(),
                "signIn.clientId",
                "must be given with client-secrets");
    }

    private void systems(AudienceBridgeProperties properties) {
        var campaign = properties.campaign();
        if (campaign != null) {
            given("campaign.uri", campaign.uri());
            when(
                    (campaign.operator() == null) != (campaign.password() == null),
                    campaign.operator() == null ? "campaign.operator" : "campaign.password",
                    "is missing: an operator needs a password, and a password an operator");
        }
        var audienceManager = properties.audienceManager();
        if (audienceManager != null) {
            for (int i = 0; i < audienceManager.mergeRules().size(); i++) {
                when(
                        audienceManager.mergeRules().get(i).dataSourceId() <= 0,
                        "audienceManager.mergeRules[" + i + "].dataSourceId",
                        "must be the id of the data source that stands for the rule");
            }
        }
        cloud(properties);
        var platform = properties.experiencePlatform();
        for (int i = 0; platform != null && i < platform.destinations().size(); i++) {
            String at = "experiencePlatform.destinations[" + i + "].";
            given(at + "name", platform.destinations().get(i).name());
            given(at + "keyColumn", platform.destinations().get(i).keyColumn());
        }
    }

    private void cloud(AudienceBridgeProperties properties) {
        var cloud = properties.experienceCloud();
        if (cloud == null) {
            return;
        }
        organisation("experienceCloud.organisation", cloud.organisation());
        var signIn = properties.signIn();
        when(
                cloud.organisation() == null && (signIn == null || signIn.organisation() == null),
                "experienceCloud.organisation",
                "must be given, here or at audience-bridge.sign-in");
    }

    private void files(String at, AudienceBridgeProperties.Files files) {
        when(
                count(files.folder(), files.s3(), files.sftp()) != 1,
                at + ".folder",
                "is one of three: give exactly one of folder, s3 and sftp");
        var s3 = files.s3();
        if (s3 != null) {
            given(at + ".s3.bucket", s3.bucket());
            when(
                    (s3.accessKey() == null) != (s3.secretKey() == null),
                    at + (s3.accessKey() == null ? ".s3.accessKey" : ".s3.secretKey"),
                    "is missing: an access key and its secret go together");
        }
        var sftp = files.sftp();
        if (sftp != null) {
            given(at + ".sftp.host", sftp.host());
            given(at + ".sftp.user", sftp.user());
            when(
                    sftp.password() == null && sftp.privateKey() == null,
                    at + ".sftp.password",
                    "or a private-key must be given");
            when(sftp.hostKeys().isEmpty(), at + ".sftp.hostKeys", "must name the server's key");
        }
    }

    private void journal(AudienceBridgeProperties.@Nullable Journal journal) {
        if (journal != null) {
            when(
                    count(journal.file(), journal.url(), journal.dataSource()) != 1,
                    "journal.url",
                    "is one of three: give exactly one of file, url and data-source");
        }
    }

    private void organisation(String at, @Nullable ImsOrgId organisation) {
        if (organisation != null) {
            ImsOrgId.parse(organisation.value()).peekLeft(wrong -> when(true, at, wrong.message()));
        }
    }

    private void given(String at, @Nullable Object value) {
        when(value == null || value.toString().isBlank(), at, "must be given");
    }

    private void positive(String at, @Nullable Duration time) {
        when(time != null && (time.isZero() || time.isNegative()), at, "must be more than nothing");
    }

    private void notNegative(String at, Duration time) {
        when(time.isNegative(), at, "must not be negative");
    }

    private void atLeast(int characters, String at, @Nullable Secret secret) {
        when(
                secret != null && secret.reveal().length() < characters,
                at,
                "must have at least " + characters + " characters; take a random one");
    }

    private void when(boolean wrong, String at, String message) {
        if (wrong) {
            errors.rejectValue(at, "audience-bridge", message);
        }
    }

    private static long count(@Nullable Object... choices) {
        List<@Nullable Object> all = Arrays.asList(choices);
        return all.stream().filter(Objects::nonNull).count();
    }
}
