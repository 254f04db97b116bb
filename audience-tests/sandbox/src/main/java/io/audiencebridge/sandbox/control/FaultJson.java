// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads fault rules from JSON, strictly: a key that means nothing is an error, never a rule that does less. */
final class FaultJson {
    private static final Duration DEFAULT_STALL = Duration.ofSeconds(60);
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);
    private static final Duration DEFAULT_DRIP = Duration.ofMillis(100);
    private static final String KINDS =
            "status, fault, rewrite, refuse, reset-before, reset-after, stall, drip, truncate, wrong-length, delay";

    private FaultJson() {}

    static List<FaultRule> rules(JsonNode body) {
        if (!body.isArray()) {
            throw new IllegalArgumentException("Faults are a JSON array of {match, after, times, do, with}");
        }
        List<FaultRule> rules = new ArrayList<>();
        body.forEach(rule -> rules.add(rule(rule)));
        return rules;
    }

    private static FaultRule rule(JsonNode json) {
        allow(json, Set.of("match", "after", "times", "do", "with"));
        int after = integer(json, "after", 0);
        int times = integer(json, "times", FaultRule.ALWAYS);
        return new FaultRule(match(json.path("match")), after, times, effect(json));
    }

    private static FaultMatch match(JsonNode json) {
        allow(json, Set.of("system", "method", "path", "soapAction"));
        return new FaultMatch(text(json, "system"), text(json, "method"), text(json, "path"), text(json, "soapAction"));
    }

    private static FaultEffect effect(JsonNode rule) {
        JsonNode with = rule.path("with");
        String kind = rule.path("do").asText();
        return switch (kind) {
            case "status" -> status(with);
            case "fault" -> fault(only(with, "code", "text", "detail"));
            case "rewrite" -> rewrite(only(with, "pattern", "replacement"));
            case "refuse" ->
                new FaultEffect.Refuse(Optional.of(only(with, "for").path("for"))
                        .filter(JsonNode::isTextual)
                        .map(value -> ClockCommand.duration("for", value)));
            case "reset-before" -> {
                only(with);
                yield new FaultEffect.ResetBefore();
            }
            case "reset-after" -> {
                only(with);
                yield new FaultEffect.ResetAfter();
            }
            case "stall" -> new FaultEffect.Stall(duration(only(with, "for"), "for", DEFAULT_STALL));
            case "delay" -> new FaultEffect.Delay(duration(only(with, "by"), "by", DEFAULT_DELAY));
            case "drip" -> drip(only(with, "bytes", "every"));
            case "truncate" -> new FaultEffect.Truncate(integer(only(with, "bytes"), "bytes", Integer.MAX_VALUE));
            case "wrong-length" -> wrongLength(only(with, "length"));
            default -> throw new IllegalArgumentException("'do' must be one of " + KINDS + ", but is '" + kind + "'");
        };
    }

    private static FaultEffect status(JsonNode with) {
        only(with, "status", "body", "headers");
        int status = integer(with, "status", 503);
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("'status' must be between 200 and 599, but is " + status);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        with.path("headers")
                .properties()
                .forEach(field -> headers.put(field.getKey(), field.getValue().asText()));
        String body = text(with, "body").orElseGet(() -> new FaultEffect.Status(status).body());
        return new FaultEffect.Status(status, body, headers);
    }

    private static FaultEffect fault(JsonNode with) {
        String text = text(with, "text")
                .orElseThrow(() -> new IllegalArgumentException("A fault needs a 'text' with its code in front"));
        return new FaultEffect.Fault(
                text(with, "code").orElse("SOAP-ENV:Server"),
                text,
                text(with, "detail").orElse(""));
    }

    private static FaultEffect rewrite(JsonNode with) {
        String pattern = text(with, "pattern")
                .orElseThrow(() -> new IllegalArgumentException("A rewrite needs a 'pattern' to replace"));
        // A pattern that cannot be read is an IllegalArgumentException that shows where.
        return new FaultEffect.Rewrite(pattern, text(with, "replacement").orElse(""));
    }

    private static FaultEffect drip(JsonNode with) {
        int bytes = integer(with, "bytes", 1);
        if (bytes < 1) {
            throw new IllegalArgumentException("'bytes' of a drip must be at least 1, but is " + bytes);
        }
        return new FaultEffect.Drip(bytes, duration(with, "every", DEFAULT_DRIP));
    }

    private static FaultEffect wrongLength(JsonNode with) {
        return new FaultEffect.WrongLength(
                with.has("length") ? OptionalLong.of(integer(with, "length", 0)) : OptionalLong.empty());
    }

    private static JsonNode only(JsonNode with, String... keys) {
        allow(with, Set.of(keys));
        return with;
    }

    private static void allow(JsonNode json, Set<String> keys) {
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw new IllegalArgumentException("Expected a JSON object, but got " + json);
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("Unknown key '" + key + "'; known here: " + keys);
            }
        });
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.of(json.path(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Duration duration(JsonNode json, String key, Duration otherwise) {
        return json.has(key) ? ClockCommand.duration(key, json.get(key)) : otherwise;
    }

    private static int integer(JsonNode json, String key, int otherwise) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw new IllegalArgumentException("'" + key + "' must be a whole number of zero or more, but is " + value);
        }
        return value.intValue();
    }
}
