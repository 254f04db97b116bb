// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.Pages;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All things of one kind. Safe for use by several threads. */
final class Endpoint<T extends D, D> {
    private final RestClient rest;
    private final Kind<T, D> kind;

    Endpoint(RestClient rest, Kind<T, D> kind) {
        this.rest = rest;
        this.kind = kind;
    }

    RestClient rest() {
        return rest;
    }

    Kind<T, D> kind() {
        return kind;
    }

    Either<BridgeError, Option<T>> find(long id, Call call) {
        return find(id, kind.details(), call);
    }

    /** The thing of that number, with what {@code query} asks for beside it. */
    Either<BridgeError, Option<T>> find(long id, Parameters query, Call call) {
        return number(id).flatMap(address -> at(address, query, call));
    }

    /** The thing of that integration code. A code that does not fit into an address is looked for in the list. */
    Either<BridgeError, Option<T>> coded(String code, Call call) {
        if (code.isBlank()) {
            return Either.left(
                    BridgeError.InvalidRequest.of("integrationCode", "is empty; give the code, or a number"));
        }
        return code.matches("[A-Za-z0-9._~ -]*[A-Za-z0-9_~-]")
                ? at("ic:" + Parameters.encoded(code), kind.details(), call)
                : listed(kind.listDetails().with("integrationCode", code), call)
                        .map(found -> found.find(thing -> codeOf(thing).equals(Optional.of(code))));
    }

    /** The pages of a list. */
    Pages<T> pages(Parameters query, int pageSize, Call call) {
        return new PageReader<>(number -> page(query, new PageRequest(number, pageSize), call), kind::id, pageSize);
    }

    /** One page of a list. */
    Either<BridgeError, Listing<T>> page(Parameters query, PageRequest page, Call call) {
        return rest.read(kind.path(), query.with("page", page.number()).with("pageSize", page.size()), call)
                .flatMap(answer -> Listing.read(answer, page.number(), call))
                .flatMap(listing -> listing.each(item -> kind.read(item, call)));
    }

    /** The whole of a list that a filter keeps short. */
    Either<BridgeError, Seq<T>> listed(Parameters query, Call call) {
        return rest.read(kind.path(), query, call)
                .flatMap(answer -> Listing.read(answer, 0, call))
                .flatMap(listing -> listing.each(item -> kind.read(item, call)))
                .map(Listing::items);
    }

    Either<BridgeError, T> create(D draft, Call call) {
        return sound(draft, kind.checkNew(draft))
                .flatMap(checked -> rest.create(kind.path(), kind.newborn(checked), call))
                .flatMap(answer -> kind.read(answer, call));
    }

    Either<BridgeError, T> edit(long id, UnaryOperator<D> change, Call call) {
        return number(id)
                .flatMap(address -> rest.find(kind.path() + address, Parameters.NONE, call)
                        .flatMap(found -> found.toEither(() -> missing(id, call)))
                        .flatMap(raw -> kind.read(raw, call).flatMap(before -> changed(raw, before, change, call))));
    }

    Either<BridgeError, Boolean> delete(long id, Call call) {
        return number(id).flatMap(address -> rest.delete(kind.path() + address, call));
    }

    Either<BridgeError, T> require(long id, Call call) {
        return find(id, call).flatMap(found -> found.toEither(() -> missing(id, call)));
    }

    private Either<BridgeError, T> changed(JsonNode raw, T before, UnaryOperator<D> change, Call call) {
        D wanted = change.apply(before);
        return sound(wanted, kind.check(wanted)).flatMap(after -> {
            ObjectNode body = Overlay.of(raw, kind.write(before), kind.write(after));
            return body.equals(raw)
                    ? Either.right(before)
                    : rest.replace(kind.path() + kind.id(before), body, call)
                            .flatMap(answer -> answer.isDefined()
                                    ? kind.read(answer.get(), call)
                                    : require(kind.id(before), call));
        });
    }

    private static <X> Either<BridgeError, X> sound(X draft, Seq<Violation> violations) {
        return violations.isEmpty()
                ? Either.right(draft)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private Either<BridgeError, Option<T>> at(String address, Parameters query, Call call) {
        return rest.find(kind.path() + address, query, call)
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : kind.read(found.get(), call).map(Option::some));
    }

    private Either<BridgeError, String> number(long id) {
        return id > 0
                ? Either.right(Long.toString(id))
                : Either.left(BridgeError.InvalidRequest.of(
                        kind.word(), id + " is no number of a " + kind.word() + "; take it from the list"));
    }

    private BridgeError missing(long id, Call call) {
        return new BridgeError.NotFound(
                "There is no " + kind.word() + " " + id
                        + " in Audience Manager, or its account may not see it; take the number from the list",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()));
    }

    private Optional<String> codeOf(T thing) {
        return new Fields(kind.write(thing)).text("integrationCode");
    }
}
