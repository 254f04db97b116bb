// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.audiencebridge.adapter.experiencecloud.client.IdAnswer;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutStatus;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.experiencecloud.client.ServiceNotice;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An answer with status 200: what it says, or what its codes mean. Unknown members are left alone. Source: experience-cloud.md, section 2.3. */
final class ServiceAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration OPT_OUT_KEPT = Duration.ofHours(2);
    private static final long MOST_SECONDS = Duration.ofDays(36_500).toSeconds();

    private final HttpAnswer answer;
    private final JsonNode body;
    private final Seq<ServiceNotice> notices;

    private ServiceAnswer(HttpAnswer answer, JsonNode body) {
        this.answer = answer;
        this.body = body;
        this.notices = notices(answer, body);
    }

    static ServiceAnswer of(HttpAnswer answer) {
        return new ServiceAnswer(answer, json(answer));
    }

    Either<BridgeError, IdAnswer> identified(IdRequest request, Reading reading) {
        if (isRefused()) {
            return Either.left(Refusals.error(answer, notices.filter(each -> !isRemark(each))));
        }
        if (!body.isObject()) {
            return Either.left(breach("it holds no JSON object"));
        }
        return visitor(reading)
                .flatMap(visitor ->
                        isAnswered(visitor) ? Either.right(answer(request, visitor)) : Either.left(nothing()));
    }

    Either<BridgeError, OptOutStatus> optOutStatus() {
        if (isRefused()) {
            return Either.left(Refusals.error(answer, notices.filter(each -> !isRemark(each))));
        }
        return body.isObject() || !notices.isEmpty()
                ? Either.right(new OptOutStatus(!optOuts().isEmpty(), kept()))
                : Either.left(breach("it holds no JSON object"));
    }

    /** UNVERIFIED: that a picture, or JSON without an error, means that it was taken; 171 says that it already was. */
    Either<BridgeError, Boolean> optedOut() {
        Seq<ServiceNotice> refusals = notices.filter(each -> !isRemark(each));
        return refusals.isEmpty() || isOptedOut() ? Either.right(true) : Either.left(Refusals.error(answer, refusals));
    }

    private IdAnswer answer(IdRequest request, Optional<VisitorId> visitor) {
        boolean isSame = request.visitorId().isEmpty() || request.visitorId().equals(visitor);
        IdAnswer.Builder read = IdAnswer.builder()
                .visitorId(isOptedOut() ? Optional.empty() : visitor)
                .optOuts(optOuts())
                .optOutKept(kept())
                .notices(notices);
        if (isSame) {
            region().ifPresent(read::region);
            text("d_blob").ifPresent(read::blob);
        }
        number("id_sync_ttl").ifPresent(seconds -> read.idSyncKept(Duration.ofSeconds(seconds)));
        return read.build();
    }

    /** Empty: there is none, or the service says that the visitor has opted out. Left: there is something else; a number has lost its zeros. */
    private Either<BridgeError, Optional<VisitorId>> visitor(Reading reading) {
        JsonNode id = body.path("d_mid");
        if (id.isMissingNode() || id.isNull() || saysOptedOut(id.asText())) {
            return Either.right(Optional.empty());
        }
        return id.isTextual()
                ? VisitorId.parse(id.asText(), reading)
                        .map(Optional::of)
                        .mapLeft(wrong -> breach("its d_mid is no visitor id, " + wrong.message()))
                : Either.left(breach("its d_mid is no text"));
    }

    private boolean isAnswered(Optional<VisitorId> visitor) {
        return visitor.isPresent() || isOptedOut();
    }

    private BridgeError nothing() {
        Seq<ServiceNotice> told = notices.filter(each -> each.kind() != ServiceNotice.Kind.PRIVACY);
        if (!told.isEmpty()) {
            return Refusals.error(answer, told);
        }
        return body.has("error_msg")
                ? new BridgeError.RejectedBySystem(
                        "The ID service refused the call with a message of the old kind, which is not repeated since it may hold ids; check the organisation id",
                        answer.error("").incident())
                : breach("it names no visitor");
    }

    /** Whoever must not be followed is no error, whatever else is wrong. */
    private boolean isRefused() {
        return !isOptedOut() && notices.exists(ServiceAnswer::isRefusal);
    }

    private boolean isOptedOut() {
        return !optOuts().isEmpty() || notices.exists(each -> each.kind() == ServiceNotice.Kind.PRIVACY);
    }

    /** The list of the answer; without one {@code global} where the id or a code says the same. */
    private List<String> optOuts() {
        JsonNode kinds = body.path("d_optout");
        Vector<String> named = (kinds.isArray() ? Vector.ofAll(kinds) : Vector.of(kinds))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(kind -> !kind.isEmpty() && !kind.equals("NONE"));
        boolean isImplied = saysOptedOut(body.path("d_mid").asText()) || notices.exists(each -> each.code() == 171);
        return named.isEmpty() && isImplied ? List.of("global") : named.asJava();
    }

    private Duration kept() {
        OptionalLong seconds = number("d_ottl");
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : OPT_OUT_KEPT;
    }

    private OptionalInt region() {
        OptionalLong number = number("dcs_region");
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    private Optional<String> text(String member) {
        return Optional.of(body.path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(value -> !value.isEmpty());
    }

    /** Numbers come as numbers and as texts. */
    private OptionalLong number(String member) {
        long value = body.path(member).asLong(-1);
        return value >= 0 && value <= MOST_SECONDS ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private BridgeError breach(String what) {
        return answer.error(what);
    }

    private static boolean saysOptedOut(String id) {
        return id.equals("NOTARGET") || id.equals("NONE");
    }

    /** Privacy and warnings leave the answer as it is. */
    private static boolean isRemark(ServiceNotice notice) {
        return notice.kind() == ServiceNotice.Kind.PRIVACY || notice.kind() == ServiceNotice.Kind.WARNING;
    }

    /** A stumble still is an answer where a visitor is named. */
    private static boolean isRefusal(ServiceNotice notice) {
        return switch (notice.kind()) {
            case CONFIGURATION, INPUT, DEFECT, AUTHORISATION -> true;
            default -> false;
        };
    }

    /** From the body and from the header, each code once for each time that the body has it. */
    private static Seq<ServiceNotice> notices(HttpAnswer answer, JsonNode body) {
        Vector<ServiceNotice> told = Vector.ofAll(body.path("errors"))
                .filter(each -> each.path("code").asInt(-1) >= 0)
                .map(each -> new ServiceNotice(each.path("code").asInt()));
        Vector<ServiceNotice> headed = Vector.of(
                        answer.header("X-Error").orElse("").split(",", -1))
                .map(String::strip)
                .filter(code -> code.matches("[0-9]{1,6}"))
                .map(code -> new ServiceNotice(Integer.parseInt(code)));
        return told.appendAll(headed.filter(each -> !told.contains(each)).distinct());
    }

    private static JsonNode json(HttpAnswer answer) {
        try {
            JsonNode read = JSON.readTree(answer.body());
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException picture) {
            return MissingNode.getInstance();
        }
    }
}
