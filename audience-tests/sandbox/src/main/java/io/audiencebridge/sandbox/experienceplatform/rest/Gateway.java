// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may call, and with which headers. Source: experience-cloud.md, sections 1.9 and 1.10. */
public final class Gateway {
    /** The only sandbox of the organisation. */
    public static final String SANDBOX = "prod";

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final ImsClient client;
    private final AccessTokens tokens;
    private final Switches switches;

    /** Lets in the client's own calls. */
    public Gateway(ImsClient client, AccessTokens tokens, Switches switches) {
        this.client = client;
        this.tokens = tokens;
        this.switches = switches;
    }

    /** The answer that refuses the call; empty when it may go on. */
    public Optional<Reply> refusal(RestRequest request) {
        return token(request)
                .or(() -> key(request))
                .or(() -> organisation(request))
                .or(() -> sandbox(request))
                .or(() -> type(request));
    }

    private Optional<Reply> token(RestRequest request) {
        Optional<String> authorization = request.header("Authorization").filter(text -> !text.isBlank());
        if (authorization.isEmpty()) {
            return refused(request, switches.missingTokenStatus(), "403010", "Oauth token is missing.");
        }
        if (tokens.bearer(authorization.get()).isPresent()) {
            return Optional.empty();
        }
        return request.path().contains("idnamespace")
                ? Optional.of(new Reply(
                        401,
                        Reply.object()
                                .put("status", 401)
                                .put("title", "INVALID_IMS_TOKEN")
                                .put("detail", "INVALID_IMS_TOKEN: Oauth token is not valid")))
                : refused(request, 401, "401013", "Oauth token is not valid");
    }

    private Optional<Reply> key(RestRequest request) {
        Optional<String> key = request.header("x-api-key").filter(text -> !text.isBlank());
        if (key.isEmpty()) {
            return refused(request, 403, "403000", "Api Key is required");
        }
        return key.get().equals(client.clientId())
                ? Optional.empty()
                : refused(request, 403, "403003", "Api Key is invalid");
    }

    private Optional<Reply> organisation(RestRequest request) {
        Optional<String> organisation = request.header("x-gw-ims-org-id").filter(text -> !text.isBlank());
        if (organisation.isEmpty()) {
            return refused(request, 400, "400003", "Missing header");
        }
        return organisation.get().equals(client.orgId())
                ? Optional.empty()
                : refused(request, 403, "403025", "Profile is not valid");
    }

    /** Absent is {@code prod}, or 400 by a switch. UNVERIFIED: what an unknown name is answered with. */
    private Optional<Reply> sandbox(RestRequest request) {
        Optional<String> name = request.header("x-sandbox-name");
        if (name.isEmpty() && switches.needsSandbox()) {
            return refused(request, 400, "400003", "Missing header");
        }
        return name.orElse(SANDBOX).equals(SANDBOX)
                ? Optional.empty()
                : Optional.of(Problem.titled(404, "NotFound", "Sandbox " + name.orElse("") + " does not exist")
                        .reply());
    }

    private static Optional<Reply> type(RestRequest request) {
        boolean wanted = request.hasBody() && WITH_BODY.contains(request.method());
        boolean given = request.header("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return wanted && !given
                ? Optional.of(Problem.titled(400, "BadRequestError", "A valid content-type must be specified")
                        .reply())
                : Optional.empty();
    }

    /** Flow Service may give the code as a number. */
    private Optional<Reply> refused(RestRequest request, int status, String code, String message) {
        ObjectNode body = Reply.object();
        List<String> path = request.path();
        if (switches.numbersInFlowErrors() && path.contains("flowservice")) {
            body.put("error_code", Integer.parseInt(code));
        } else {
            body.put("error_code", code);
        }
        return Optional.of(new Reply(status, body.put("message", message)));
    }
}
