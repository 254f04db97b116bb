// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.AamUuid;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.IdSync;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncAnswer;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Id syncs by pixel: parameters stand in the path, behind {@code ibs:}. Source: Audience Manager, "ID synchronization for HTTP calls". */
final class IdSyncs {
    private static final String SHOWN = "/ibs:";
    private static final Pattern COOKIE = Pattern.compile("demdex=([0-9]{38})(;.*)?");
    private static final Pattern REDIRECT = Pattern.compile("https?://[^\\s/]+(/\\S*)?");

    private final Visits visits;
    private final Target idService;

    IdSyncs(Visits visits, Target idService) {
        this.visits = visits;
        this.idService = idService;
    }

    Either<BridgeError, URI> address(IdSync sync) {
        Seq<Violation> violations = violations(sync).appendAll(IdRules.of(ids(sync)));
        return violations.isEmpty()
                ? Either.right(uri(sync))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    Either<BridgeError, IdSyncAnswer> sync(IdSync sync, Call call) {
        Vector<SentId> ids = ids(sync);
        return visits.visit(
                ids,
                violations(sync),
                call,
                turn -> visits.line()
                        .send(request(sync), idService, turn)
                        .flatMap(answer -> DcsAnswer.read(answer, turn).flatMap(read -> {
                            visits.learn(ids, read);
                            boolean refused = read.dropped() || read.denies();
                            return refused ? Either.left(read.refusal(turn)) : Either.right(answered(answer, read));
                        })));
    }

    private HttpCall.Builder request(IdSync sync) {
        HttpCall.Builder request = HttpCall.get(uri(sync)).shownPath(SHOWN);
        sync.uuid().ifPresent(uuid -> request.putSecretHeaders("Cookie", Secret.of("demdex=" + uuid.digits())));
        return request;
    }

    private URI uri(IdSync sync) {
        Query query = new Query()
                .put("dpid", Long.toString(sync.dataSource()))
                .put("dpuuid", sync.id())
                .put("redir", sync.redirect())
                .consent(sync.consent());
        return idService.at(SHOWN + query.text());
    }

    private static IdSyncAnswer answered(HttpAnswer answer, DcsAnswer read) {
        return IdSyncAnswer.builder()
                .uuid(cookie(answer))
                .redirect(answer.header("Location"))
                .optedOut(read.optedOut())
                .notices(read.notices())
                .build();
    }

    private static Optional<AamUuid> cookie(HttpAnswer answer) {
        return answer.headers().getOrDefault("Set-Cookie", List.of()).stream()
                .map(COOKIE::matcher)
                .filter(Matcher::matches)
                .flatMap(found -> AamUuid.parse(found.group(1)).toJavaStream())
                .findFirst();
    }

    private static Vector<SentId> ids(IdSync sync) {
        return Vector.of(SentId.of("id", DeclaredId.of(sync.dataSource(), sync.id())))
                .appendAll(sync.uuid().map(SentId::of).orElse(Vector.empty()));
    }

    private static Vector<Violation> violations(IdSync sync) {
        Vector<Violation> found = EventRules.consent(sync.consent());
        if (sync.dataSource() <= 0) {
            found = found.append(new Violation("dataSource", sync.dataSource() + " is no data source's number"));
        }
        boolean sound =
                sync.redirect().map(to -> REDIRECT.matcher(to).matches()).orElse(true);
        return sound
                ? found
                : found.append(new Violation("redirect", "must be an absolute http or https address without blanks"));
    }
}
