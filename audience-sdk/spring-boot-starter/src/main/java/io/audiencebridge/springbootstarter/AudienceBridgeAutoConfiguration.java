// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import static io.audiencebridge.springbootstarter.BridgeSystems.said;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.sharing.SharingListener;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.spi.engine.SignInSettings;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import io.audiencebridge.sdk.AudienceBridgeException;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * Makes an {@link AudienceBridge} of the properties under {@code audience-bridge} and of the application's beans: {@link AudienceBridgeBuilderCustomizer}s, {@link ConnectorSettings},
 * a {@link SignInSettings} or {@link TokenSource}, an {@link InstantSource} (a {@code Clock} is one), {@link SharingListener}s, a {@link Progress}, {@link DeclaredIdCipher}s. Backs
 * off when the application has a bridge of its own, whose end it still looks after.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(AudienceBridge.class)
@ConditionalOnProperty(prefix = "audience-bridge", name = "enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(AudienceBridgeProperties.class)
public final class AudienceBridgeAutoConfiguration {
    /** Made by Spring. */
    public AudienceBridgeAutoConfiguration() {}

    /** A builder to which everything was said; a new one each time, since a builder makes one bridge. */
    @Bean
    @Scope("prototype")
    @ConditionalOnMissingBean
    AudienceBridgeBuilder audienceBridgeBuilder(
            AudienceBridgeProperties properties,
            Environment environment,
            BeanFactory beans,
            BridgeListeners listeners,
            ObjectProvider<AudienceBridgeBuilderCustomizer> customizers) {
        AudienceBridgeBuilder builder = AudienceBridge.builder().listener(listeners);
        String application = properties.application();
        builder.application(application != null ? application : environment.getProperty("spring.application.name", ""));
        limits(properties, builder);
        systems(properties, beans, builder);
        BridgeFiles.exchanges(properties.files(), builder);
        BridgeFiles.ciphers(properties.ciphers(), builder);
        said(
                properties.journal(),
                journal ->
                        builder.journal(BridgeFiles.journal(journal, name -> beans.getBean(name, DataSource.class))));
        said(beans.getBeanProvider(InstantSource.class).getIfUnique(), builder::clock);
        said(beans.getBeanProvider(Progress.class).getIfUnique(), builder::progress);
        beans.getBeanProvider(DeclaredIdCipher.class).orderedStream().forEach(builder::declaredIds);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    /** The bridge. {@link BridgeShutdown} closes it with patience; closing it again does nothing. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    AudienceBridge audienceBridge(AudienceBridgeBuilder builder) {
        try {
            return builder.build();
        } catch (AudienceBridgeException refusal) {
            throw BridgeNotMadeException.refused(refusal);
        }
    }

    @Bean
    BridgeListeners audienceBridgeListeners(
            ObjectProvider<SharingListener> listeners, ApplicationEventPublisher events) {
        return new BridgeListeners(listeners, events);
    }

    @Bean
    @ConditionalOnSingleCandidate(AudienceBridge.class)
    BridgeShutdown audienceBridgeShutdown(AudienceBridge bridge, AudienceBridgeProperties properties) {
        return new BridgeShutdown(bridge, properties.shutdown().patience());
    }

    @Bean
    @ConditionalOnSingleCandidate(AudienceBridge.class)
    @ConditionalOnProperty("audience-bridge.resume-due.every")
    DueRuns audienceBridgeDueRuns(AudienceBridge bridge, AudienceBridgeProperties properties) {
        return new DueRuns(bridge, Objects.requireNonNull(properties.resumeDue().every()));
    }

    private static void limits(AudienceBridgeProperties properties, AudienceBridgeBuilder builder) {
        said(properties.home(), builder::home);
        said(properties.holder(), builder::holder);
        said(properties.limit(), builder::limit);
        said(properties.leaseFor(), builder::leaseFor);
        said(properties.matchBy(), builder::matchBy);
        said(properties.suppressionSecret(), builder::suppressionSecret);
        said(
                properties.recipientIndexSecret(),
                secret -> builder.recipientIndex(
                        RecipientIndexSettings.builder().secret(secret).build()));
    }

    /** A sign-in that is a bean stands in the place of the one of the properties. */
    private static void systems(AudienceBridgeProperties properties, BeanFactory beans, AudienceBridgeBuilder builder) {
        BridgeSystems systems = new BridgeSystems(properties, http(properties.http(), beans));
        TokenSource tokens = beans.getBeanProvider(TokenSource.class).getIfUnique();
        SignInSettings credential = beans.getBeanProvider(SignInSettings.class).getIfUnique();
        if (tokens != null) {
            builder.signIn(tokens);
        } else if (credential != null) {
            builder.signIn(credential);
        } else {
            systems.signIn(builder);
        }
        systems.connect(builder);
        beans.getBeanProvider(ConnectorSettings.class).orderedStream().forEach(builder::connect);
    }

    private static HttpSettings http(AudienceBridgeProperties.Http http, BeanFactory beans) {
        HttpSettings.Builder settings = HttpSettings.builder();
        settings.connectTimeout(http.connectTimeout())
                .readTimeout(http.readTimeout())
                .maxAttempts(http.maxAttempts())
                .allowPlainHttp(http.allowPlainHttp());
        said(http.client(), name -> settings.client(beans.getBean(name, OkHttpClient.class)));
        return settings.build();
    }
}
