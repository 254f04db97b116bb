// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** An instance on a real socket: it answers logons itself and everything else as it is told. */
public final class Instance implements AutoCloseable {
    public final List<String> actions = new CopyOnWriteArrayList<>();
    public final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger logons = new AtomicInteger();
    volatile String lifetimes = "";
    volatile String refusedToken = "none";
    volatile int maxAttempts = 1;
    volatile MockResponse farewell = ok(Answers.logoff());
    private final MockWebServer server = new MockWebServer();

    /** An instance that answers all but logons with what {@code answers} makes of the request. */
    public Instance(Function<RecordedRequest, MockResponse> answers) throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String action = String.valueOf(request.getHeaders().get("SOAPAction"));
                actions.add(action);
                requests.add(request);
                return switch (action) {
                    case "\"xtk:session#Logon\"" -> logon("Logon");
                    case "\"xtk:session#BearerTokenLogon\"" ->
                        isRefused(request) ? status(401, "") : logon("BearerTokenLogon");
                    case "\"xtk:session#Logoff\"" -> farewell;
                    default -> answers.apply(request);
                };
            }
        });
        server.start();
    }

    private MockResponse logon(String method) {
        return ok(Answers.logon(method, logons.incrementAndGet(), lifetimes));
    }

    private boolean isRefused(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8().contains(">" + refusedToken + "<");
    }

    CampaignSoap withOperator() {
        return signedInBy(CampaignSignIn.operator("admin", Secret.of("p@ss&<1>")));
    }

    CampaignSoap withTokens() {
        return signedInBy(CampaignSignIn.ims());
    }

    CampaignSoap signedInBy(CampaignSignIn signIn) {
        return signedInBy(signIn, Manner.plain(), InstantSource.system());
    }

    CampaignSoap signedInBy(CampaignSignIn signIn, Manner manner, InstantSource clock) {
        return new Connection(transport(), uri(), manner, clock).open(signIn, Option.some(new CountedTokens()));
    }

    public URI uri() {
        return server.url("/").uri();
    }

    /** How many sessions were opened. */
    public int logons() {
        return logons.get();
    }

    public static MockResponse ok(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/xml")
                .body(body)
                .build();
    }

    public static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    static Call call() {
        return Call.within("c-7", Duration.ofSeconds(30), System::nanoTime, Progress.SILENT);
    }

    @Override
    public void close() {
        server.close();
    }

    private HttpTransport transport() {
        return HttpTransport.to(
                SystemId.CAMPAIGN,
                HttpSettings.builder().maxAttempts(maxAttempts).build());
    }

    /** Tokens named {@code token-1}, {@code token-2} and so on; the next one after each refusal. */
    private static final class CountedTokens implements TokenSource {
        private int number = 1;

        @Override
        public synchronized Either<BridgeError, AccessToken> token(Call call) {
            return Either.right(new AccessToken(Secret.of("token-" + number), Instant.MAX));
        }

        @Override
        public synchronized void refused(AccessToken token) {
            number++;
        }

        @Override
        public ClientIdentity identity() {
            return new ClientIdentity("client", new ImsOrgId("0123456789ABCDEF01234567@AdobeOrg"));
        }

        @Override
        public void close() {
            // nothing to give back
        }
    }
}
