// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tokens of the sandbox's IMS, kept until they are refused. */
final class SandboxTokens implements TokenSource {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private final Sandbox sandbox;
    private @Nullable AccessToken held;
    private int asked;

    SandboxTokens(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** How many tokens were asked for. */
    int asked() {
        return asked;
    }

    @Override
    public Either<BridgeError, AccessToken> token(Call call) {
        AccessToken kept = held;
        if (kept == null) {
            kept = new AccessToken(Secret.of(fetched()), Instant.MAX);
            held = kept;
            asked++;
        }
        return Either.right(kept);
    }

    @Override
    public void refused(AccessToken token) {
        held = token.equals(held) ? null : held;
    }

    @Override
    public ClientIdentity identity() {
        return new ClientIdentity(sandbox.clientId(), new ImsOrgId(sandbox.orgId()));
    }

    @Override
    public void close() {
        held = null;
    }

    private String fetched() {
        String form = "grant_type=client_credentials&client_id=" + sandbox.clientId() + "&client_secret="
                + URLEncoder.encode(sandbox.clientSecret(), StandardCharsets.UTF_8) + "&scope=openid";
        HttpRequest request = HttpRequest.newBuilder(sandbox.ims().resolve("/ims/token/v3"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher token = TOKEN.matcher(answer);
            if (!token.find()) {
                throw new AssertionError("no token in " + answer);
            }
            return token.group(1);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
