// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the body of one push. Source: Audience Manager, "Real-time outbound data transfers". */
final class PushBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Documented for the message's own time; UNVERIFIED: that a segment's time is written so, too. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' uuuu", Locale.ENGLISH);

    /** Digits that surely fit into a number. */
    private static final int LONGEST_NUMBER = 18;

    private final List<PushedUser> users = new ArrayList<>();
    private long unreadable;

    private PushBody() {}

    static Either<BridgeError, PushMessage> read(byte[] body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            return root != null && root.path("Users").isArray()
                    ? Either.right(new PushBody().message(root, body))
                    : refused("it is no JSON object with a list 'Users'");
        } catch (IOException wrong) {
            return refused("it is no JSON");
        }
    }

    private static Either<BridgeError, PushMessage> refused(String because) {
        return Either.left(BridgeError.InvalidRequest.of(
                "body", because + "; see that the destination's format is that of real-time transfers"));
    }

    private PushMessage message(JsonNode root, byte[] body) {
        root.path("Users").forEach(this::user);
        return PushMessage.builder()
                .processed(time(root.path("ProcessTime")))
                .userDataSource(number(root.path("User_DPID")))
                .clientId(text(root.path("Client_ID")).orElse(""))
                .destination(number(either(root, "AAM_Destination_Id", "AAM_Destination_ID")))
                .statedUsers(number(root.path("User_count")))
                .users(users)
                .unreadable(unreadable)
                .fingerprint(fingerprint(body))
                .build();
    }

    private void user(JsonNode node) {
        Optional<String> aamUuid = text(node.path("AAM_UUID"));
        Optional<String> partnerUuid = text(node.path("DataPartner_UUID"));
        if (aamUuid.isEmpty() && partnerUuid.isEmpty()) {
            unreadable++;
            return;
        }
        PushedUser.Builder user = PushedUser.builder().aamUuid(aamUuid).partnerUuid(partnerUuid);
        node.path("AAM_Regions").forEach(region -> text(region).ifPresent(user::addRegions));
        node.path("Segments")
                .forEach(segment -> segment(segment).ifPresentOrElse(user::addSegments, () -> unreadable++));
        users.add(user.build());
    }

    private static Optional<PushedSegment> segment(JsonNode node) {
        Optional<Boolean> current = text(node.path("Status")).flatMap(PushBody::current);
        return text(node.path("Segment_ID"))
                .flatMap(name -> current.map(is -> new PushedSegment(name, is, time(node.path("DateTime")))));
    }

    /** Anything but the two documented words could mean either. */
    private static Optional<Boolean> current(String status) {
        return switch (status) {
            case "1" -> Optional.of(true);
            case "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Whichever is there; the documents spell it both ways. */
    private static JsonNode either(JsonNode root, String one, String other) {
        return root.has(one) ? root.path(one) : root.path(other);
    }

    /** A text that is not blank, or a whole number as text. */
    private static Optional<String> text(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber()
                ? Optional.of(node.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static OptionalLong number(JsonNode node) {
        return text(node)
                .filter(text -> text.length() <= LONGEST_NUMBER
                        && text.chars().allMatch(character -> character >= '0' && character <= '9'))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<Instant> time(JsonNode node) {
        return text(node).flatMap(PushBody::time);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String fingerprint(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
