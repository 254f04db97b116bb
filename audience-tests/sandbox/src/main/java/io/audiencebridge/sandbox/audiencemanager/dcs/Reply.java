// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An answer: JSON, JSONP or a picture of one point; always with 200. Source: audience-manager.md, section 6.2. */
final class Reply {
    /** A picture of one transparent point. */
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TID_BYTES = 8;

    private final int region;
    private final List<DcsError> errors;
    private final String tid = tid();
    private final ObjectNode body;

    /** An answer with what every answer has. */
    Reply(int region, List<DcsError> errors) {
        this.region = region;
        this.errors = errors;
        body = JsonNodeFactory.instance.objectNode();
    }

    private static String tid() {
        byte[] bytes = new byte[TID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What the JSON holds beside the common members. */
    ObjectNode body() {
        return body;
    }

    private ObjectNode whole() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("stuff");
        whole.setAll(body);
        whole.put("dcs_region", region).put("tid", tid);
        addErrors(whole);
        return whole;
    }

    private void addErrors(ObjectNode whole) {
        if (!errors.isEmpty()) {
            var array = whole.putArray("errors");
            errors.forEach(error -> array.addObject().put("code", error.code()).put("msg", error.message()));
        }
    }

    /** Answers as the call wants it. */
    void write(HttpCall call, Parameters wanted) throws IOException {
        write(call, wanted, whole());
    }

    /** Answers with the own members and the errors only. */
    void writeBare(HttpCall call, Parameters wanted) throws IOException {
        addErrors(body);
        write(call, wanted, body);
    }

    private void write(HttpCall call, Parameters wanted, ObjectNode json) throws IOException {
        headers(call);
        Optional<String> function = wanted.first("d_cb");
        if (function.isPresent()) {
            String text = function.get() + "(" + JSON.writeValueAsString(json) + ")";
            call.answer(200, "application/javascript;charset=utf-8", text);
        } else if (wanted.first("d_rtbd").filter("json"::equals).isPresent()) {
            call.answer(200, "application/json;charset=utf-8", JSON.writeValueAsBytes(json));
        } else {
            call.answer(200, "image/gif", PIXEL);
        }
    }

    /** Answers with JSON, whatever the call wants. */
    void writeJson(HttpCall call, Parameters wanted) throws IOException {
        addErrors(body);
        headers(call);
        Optional<String> function = wanted.first("d_cb");
        String json = JSON.writeValueAsString(body);
        call.answer(
                200,
                "application/json;charset=utf-8",
                function.map(name -> name + "(" + json + ")").orElse(json));
    }

    /** Sends the browser on. */
    void redirect(HttpCall call, String address) throws IOException {
        headers(call);
        call.with("Location", address).answer(302, "text/plain", "");
    }

    private void headers(HttpCall call) {
        // UNVERIFIED: the form of this header.
        call.with("DCS", "dcs-sandbox-" + region).with("X-TID", tid);
        if (!errors.isEmpty()) {
            call.with(
                    "X-Error",
                    errors.stream()
                            .map(error -> Integer.toString(error.code()))
                            .distinct()
                            .collect(Collectors.joining(",")));
        }
    }
}
