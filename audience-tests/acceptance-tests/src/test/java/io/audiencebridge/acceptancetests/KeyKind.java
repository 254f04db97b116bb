// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SeedRecipient;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ways in which a journey matches people, each with what the test itself takes for a person's valid keys. */
enum KeyKind {
    VISITOR {
        @Override
        DataSource dataSource(Sandbox sandbox) {
            return DataSource.builder()
                    .id(sandbox.audienceManagerData().visitorDataSourceId())
                    .key(new Visitor())
                    .destinationId(sandbox.audienceManagerData().visitorDestinationId())
                    .build();
        }

        @Override
        List<String> keys(SeedRecipient person) {
            return person.visitorIds();
        }

        @Override
        boolean isValid(String key) {
            return key.matches("\\d{38}");
        }
    },

    DECLARED_PLAIN {
        @Override
        DataSource dataSource(Sandbox sandbox) {
            return declared(sandbox, Declared.builder().field("declaredId").build());
        }

        @Override
        List<String> keys(SeedRecipient person) {
            return present(person.declaredId());
        }

        @Override
        boolean isValid(String key) {
            return key.matches("CRM-\\d{8}");
        }
    },

    DECLARED_SHA256 {
        @Override
        DataSource dataSource(Sandbox sandbox) {
            return declared(
                    sandbox,
                    Declared.builder()
                            .field("email")
                            .content(KeyContent.EMAIL)
                            .wire(KeyForm.SHA256)
                            .build());
        }

        @Override
        List<String> keys(SeedRecipient person) {
            return present(person.email()).stream()
                    .map(mail -> mail.toLowerCase(Locale.ROOT))
                    .toList();
        }

        @Override
        boolean isValid(String key) {
            return key.matches("[^@\\s]+@[^@\\s]+");
        }
    };

    abstract DataSource dataSource(Sandbox sandbox);

    /** The keys that the person has, good and bad. */
    abstract List<String> keys(SeedRecipient person);

    abstract boolean isValid(String key);

    private static DataSource declared(Sandbox sandbox, Declared key) {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().declaredDataSourceId())
                .key(key)
                .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                .destinationId(sandbox.audienceManagerData().declaredDestinationId())
                .mergeRuleDataSourceId(sandbox.audienceManagerData().mergeRuleDataSourceId())
                .build();
    }

    private static List<String> present(String key) {
        return Stream.of(key).filter(text -> !text.isEmpty()).toList();
    }
}
