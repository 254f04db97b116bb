// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** A refusal, in the shape of the service that refuses. Source: experience-cloud.md, sections 1.10, 4.7 and 4.8. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private Problem(int status, String message, ObjectNode body) {
        super(message, null, false, false);
        reply = new Reply(status, body);
    }

    /** What is answered. */
    public Reply reply() {
        return reply;
    }

    /** The same with type, title and status inside {@code errors}, as one sample of segmentation has them. */
    public Problem nested() {
        if (!(reply.body() instanceof ObjectNode body) || !(body.get("errors") instanceof ObjectNode)) {
            return this;
        }
        ObjectNode moved = body.deepCopy();
        ObjectNode errors = (ObjectNode) moved.get("errors");
        for (String member : List.of("type", "title", "status")) {
            errors.set(member, moved.remove(member));
        }
        return new Problem(reply.status(), String.valueOf(getMessage()), moved);
    }

    /** In the shape of Flow Service. */
    public static Problem flows(int status, String message) {
        return new Problem(
                status, message, Reply.object().put("errorMessage", message).put("errorDetails", message));
    }

    /** In the shape of the ad-hoc runs. */
    public static Problem plain(int status, String message) {
        return new Problem(status, message, Reply.object().put("message", message));
    }

    /** In the shape of the gateway and of services without one of their own. */
    public static Problem titled(int status, String title, String detail) {
        return new Problem(
                status,
                detail,
                Reply.object()
                        .put("type", "/placeholder/type/uri")
                        .put("status", status)
                        .put("title", title)
                        .put("detail", detail));
    }

    /** In the shape of segmentation: by the status as text, with type, title and status beside it. */
    public static Problem segmentation(int status, String code, String message) {
        ObjectNode body = Reply.object().put("requestId", UUID.randomUUID().toString());
        body.putObject("errors")
                .putArray(Integer.toString(status))
                .addObject()
                .put("code", code)
                .put("message", message);
        body.put("type", "http://ns.adobe.com/adobecloud/problem/segmentation")
                .put("title", message)
                .put("status", status);
        return new Problem(status, message, body);
    }

    /** For a path that nothing answers. UNVERIFIED. */
    public static Problem unknownPath() {
        return titled(404, "NotFound", "Resource not found");
    }
}
