// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Two systems in memory with one person, as an application connects them. */
final class World {
    static final ConnectionName CRM = new ConnectionName("crm");
    static final ConnectionName CLOUD = new ConnectionName("cloud");

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(1))
                    .addSourceIds("08382830887934830189014177072406221371")
                    .build());
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
    private final AudienceRef gold = crm.list("Gold", RecipientId.of(1));

    AudienceBridgeBuilderCustomizer connected() {
        return builder -> builder.connect(CRM, crm).connect(CLOUD, cloud);
    }

    /** Another one stands in the place of the second system. */
    AudienceBridgeBuilderCustomizer connected(Connector instead) {
        return builder -> builder.connect(CRM, crm).connect(CLOUD, instead);
    }

    /** The second system, to be made slow. */
    Connector cloud() {
        return cloud;
    }

    ShareRequest share() {
        return ShareRequest.builder()
                .list(gold)
                .to(CLOUD)
                .audience("Gold")
                .dataSource(DataSource.visitor(14016))
                .build();
    }

    /** An application on Spring Boot 3: without the place where Spring Boot 4 keeps health. */
    static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
                .withConfiguration(AutoConfigurations.of(
                        AudienceBridgeAutoConfiguration.class,
                        NewerHealthConfiguration.class,
                        ObservationConfiguration.class,
                        OlderHealthConfiguration.class,
                        SecretsConfiguration.class));
    }

    /** The same, connected to these systems. */
    ApplicationContextRunner connectedApplication() {
        return application().withBean(AudienceBridgeBuilderCustomizer.class, this::connected);
    }
}
