// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.OptOut;
import io.audiencebridge.adapter.audiencemanager.client.OptOutReport;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/**
 * Opt-out calls. They do not wait for an id's next turn in the rate: a person's wish goes first, and each region sees the id once. Source: Audience Manager,
 * "Data privacy requests", "Declared IDs"; SEMANTICS S23.
 */
final class OptOutCalls {
    private static final String PATH = "/demoptout.jpg";

    private final Visits visits;
    private final DataCollectionSettings settings;
    private final ImsOrgId organisation;

    OptOutCalls(Visits visits, DataCollectionSettings settings, ImsOrgId organisation) {
        this.visits = visits;
        this.settings = settings;
        this.organisation = organisation;
    }

    Either<BridgeError, OptOutReport> send(OptOut wish, Call call) {
        Vector<SentId> ids = SentId.of(wish.uuid(), wish.ecid(), wish.declaredIds())
                .appendAll(Vector.ofAll(wish.pair().stream().map(id -> SentId.of("pair", id))));
        String path = PATH + "?" + query(wish);
        return visits.admitted(
                ids,
                Vector.empty(),
                call,
                turn -> Either.right(new OptOutReport(regions(wish, ids).map(region -> inRegion(region, path, turn)))));
    }

    /** A person has devices in several regions; where one device's data is, answers have told. */
    private Seq<Integer> regions(OptOut wish, Vector<SentId> ids) {
        Option<Integer> told = ids.exists(SentId::declared) ? Option.none() : visits.region(ids);
        return Option.ofOptional(wish.region())
                .orElse(told)
                .map(Vector::of)
                .getOrElse(() -> Vector.ofAll(settings.regions().keySet()).sorted());
    }

    private OptOutReport.Region inRegion(int region, String path, Call call) {
        Target target = visits.target(Vector.empty(), Optional.of(region));
        Either<BridgeError, DcsAnswer> answer = visits.line()
                .send(HttpCall.get(target.at(path)), target, call)
                .flatMap(told -> DcsAnswer.read(told, call));
        return new OptOutReport.Region(region, answer.fold(Option::some, told -> failure(told, call)));
    }

    /** Both of Adobe's descriptions of the answer, and an image, say that it stands; any other code says that it does not. */
    private static Option<BridgeError> failure(DcsAnswer answer, Call call) {
        boolean stands = answer.optedOut() || answer.notices().isEmpty();
        return Option.when(!stands, () -> answer.refusal(call));
    }

    private String query(OptOut wish) {
        Query query = new Query()
                .uuid(wish.uuid())
                .ecid(wish.ecid(), wish.organisation().orElse(organisation))
                .declared(wish.declaredIds());
        wish.pair().ifPresent(id -> pair(query, id));
        return query.text();
    }

    private static void pair(Query query, DeclaredId id) {
        query.put("d_dpuuid", id.id())
                .put("d_dpid", Long.toString(id.dataSource().orElseThrow()));
    }
}
