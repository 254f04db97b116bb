// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** One bucket on the wire: sends requests within a call and turns what the SDK throws into errors. Safe for use by several threads. */
final class Bucket implements AutoCloseable {
    private static final Duration CLEANING = Duration.ofSeconds(10);

    private final S3Settings settings;
    private final CancellableHttp http;
    private final S3Client client;
    private final ObjectNames names;

    private Bucket(S3Settings settings, CancellableHttp http, S3Client client) {
        this.settings = settings;
        this.http = http;
        this.client = client;
        this.names = new ObjectNames(settings.prefix());
    }

    static Bucket open(S3Settings settings) {
        CancellableHttp http = new CancellableHttp(wire(settings).build());
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(credentials(settings))
                .httpClient(http)
                .overrideConfiguration(rules -> rules.retryStrategy(retries(settings.maxAttempts()))
                        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, userAgent(settings)));
        settings.endpoint().ifPresent(client::endpointOverride);
        return new Bucket(settings, http, client.build());
    }

    /** Behind what Amazon's SDK says of itself. */
    private static String userAgent(S3Settings settings) {
        return settings.applicationName().isEmpty()
                ? "AudienceBridge"
                : "AudienceBridge (" + settings.applicationName() + ")";
    }

    private static Apache5HttpClient.Builder wire(S3Settings settings) {
        Apache5HttpClient.Builder wire = Apache5HttpClient.builder()
                .connectionTimeout(settings.connectTimeout())
                .socketTimeout(settings.readTimeout());
        boolean plain = settings.endpoint()
                .map(uri -> "http".equalsIgnoreCase(uri.getScheme()))
                .orElse(false);
        if (plain) {
            // A plain address is on this machine; a proxy would carry it away in clear text.
            wire.proxyConfiguration(ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build());
        }
        return wire;
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        Optional<AwsCredentialsProvider> given = settings.accessKey()
                .flatMap(id -> settings.secretKey()
                        .map(secret ->
                                StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret.reveal()))));
        return given.orElseGet(
                () -> new FoundCredentials(DefaultCredentialsProvider.builder().build()));
    }

    /**
     * Sends one request.
     *
     * @param what the deed and its subject, for messages, such as {@code write 'a/b'}
     * @param request sends it with the client and the settings of the call
     */
    <T> Either<BridgeError, T> send(String what, Call call, Request<T> request) {
        Either<BridgeError, Call> open = call.check();
        if (open.isLeft()) {
            return Either.left(open.getLeft());
        }
        // Zero would mean no limit at all.
        AwsRequestOverrideConfiguration rules = rules(call);
        try {
            return Either.right(http.within(call, deed(what), () -> request.send(client, rules)));
        } catch (RuntimeException failed) {
            return Either.left(new Refusal(what, settings.bucket(), call).of(failed));
        }
    }

    /** The deed without its subject. */
    private static String deed(String what) {
        int subject = what.indexOf(" '");
        return subject < 0 ? what : what.substring(0, subject);
    }

    private AwsRequestOverrideConfiguration rules(Call call) {
        AwsRequestOverrideConfiguration.Builder rules = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(call.remaining().plusMillis(1));
        call.attemptLimit().ifPresent(rules::apiCallAttemptTimeout);
        int most = call.attempts(settings.maxAttempts());
        if (settings.maxAttempts() > 1 && most != settings.maxAttempts()) {
            rules.addPlugin(config -> config.overrideConfiguration(config.overrideConfiguration().toBuilder()
                    .retryStrategy(retries(most))
                    .build()));
        }
        return rules.build();
    }

    private static RetryStrategy retries(int most) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(most)
                .build();
    }

    /** Sends a request that cleans up, outside any call, for which nobody waits long; what becomes of it does not matter. */
    void cleanUp(Request<?> request) {
        try {
            request.send(client, within(CLEANING));
        } catch (RuntimeException left) {
            // The bucket's own rules clean up what was begun and never finished.
        }
    }

    private static AwsRequestOverrideConfiguration within(Duration limit) {
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(limit).build();
    }

    String name() {
        return settings.bucket();
    }

    ObjectNames names() {
        return names;
    }

    int partBytes() {
        return settings.partBytes();
    }

    /** Who may do what with a new file. */
    Optional<ObjectCannedACL> acl() {
        return settings.bucketOwnerFullControl()
                ? Optional.of(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)
                : Optional.empty();
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }

    /** One request of the SDK. */
    @FunctionalInterface
    interface Request<T> {
        T send(S3Client client, AwsRequestOverrideConfiguration rules);
    }
}
