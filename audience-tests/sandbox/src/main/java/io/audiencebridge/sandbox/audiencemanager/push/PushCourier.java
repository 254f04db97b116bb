// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.sandbox.audiencemanager.SandboxPush;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushFault;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages and brings them to the receiver, each once more if it does not answer 200 in time. Thread-safe. */
public final class PushCourier {
    private static final String AGENT = "Adobe Audience Manager Iris";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int TAKEN = 200;
    private static final int NO_ANSWER = 0;
    private static final int MOST_TRIES = 2;
    private static final int PADDING = 2 << 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A token for the pushes to come, if the order says that there is one; none also where the receiver gives none, and the pushes go out without. */
    public Optional<String> signIn(SandboxPushOrder order, Set<SandboxPushFault> faults) {
        return order.signIn()
                .flatMap(as -> token(as, order.answerWithin()))
                .map(token -> faults.contains(SandboxPushFault.OTHER_TOKEN) ? "another-" + token : token);
    }

    private Optional<String> token(SandboxPushOrder.SignIn as, Duration within) {
        String credentials =
                Base64.getEncoder().encodeToString((as.client() + ":" + as.secret()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(as.tokens())
                .timeout(within)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .header("User-Agent", AGENT)
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            JsonNode told = answer.statusCode() == TAKEN ? MAPPER.readTree(answer.body()) : MAPPER.createObjectNode();
            return Optional.of(told.path("access_token").asText())
                    .filter(token -> told.path("token_type").asText().equals("Bearer") && !token.isEmpty());
        } catch (IOException nobody) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Brings one message. */
    public SandboxPush deliver(
            SandboxPushOrder order, byte[] body, Optional<String> token, Set<SandboxPushFault> faults) {
        byte[] written = written(body, faults);
        HttpRequest request = request(order, written, token, faults);
        List<Integer> statuses = new ArrayList<>();
        do {
            statuses.add(status(request));
        } while (statuses.size() < MOST_TRIES
                && (!statuses.contains(TAKEN) || faults.contains(SandboxPushFault.TWICE)));
        return new SandboxPush(order.destination(), new String(written, StandardCharsets.UTF_8), statuses);
    }

    private static byte[] written(byte[] body, Set<SandboxPushFault> faults) {
        if (faults.contains(SandboxPushFault.CUT)) {
            return Arrays.copyOf(body, body.length / 2);
        }
        if (!faults.contains(SandboxPushFault.HUGE)) {
            return body;
        }
        ByteArrayOutputStream huge = new ByteArrayOutputStream();
        huge.writeBytes(body);
        huge.writeBytes(" ".repeat(PADDING).getBytes(StandardCharsets.US_ASCII));
        return huge.toByteArray();
    }

    private static HttpRequest request(
            SandboxPushOrder order, byte[] body, Optional<String> token, Set<SandboxPushFault> faults) {
        HttpRequest.Builder request = HttpRequest.newBuilder(order.url())
                .timeout(order.answerWithin())
                .header("Content-Type", "application/json");
        token.ifPresent(given -> request.header("Authorization", "Bearer " + given));
        if (!faults.contains(SandboxPushFault.UNSIGNED)) {
            order.keys().forEach(key -> request.header(order.header(), signature(key, body, faults)));
        }
        return request.POST(
                        BodyPublishers.ofByteArray(faults.contains(SandboxPushFault.ALTERED) ? altered(body) : body))
                .build();
    }

    /** As somebody on the way would: whoever left is in again, and the other way round, or at least another length. */
    private static byte[] altered(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.replace("\"Status\":\"0\"", "\"Status\":\"2\"")
                .replace("\"Status\":\"1\"", "\"Status\":\"0\"")
                .replace("\"Status\":\"2\"", "\"Status\":\"1\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same bytes in Base64 for every receiver. */
    private static String signature(SandboxPushOrder.Key key, byte[] body, Set<SandboxPushFault> faults) {
        String secret = faults.contains(SandboxPushFault.OTHER_KEY) ? "another-" + key.secret() : key.secret();
        try {
            String algorithm = "Hmac" + key.algorithm();
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java signs by " + key.algorithm(), impossible);
        }
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return NO_ANSWER;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }
}
