// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Destination;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.OptionalLong;

/** Compares an order with what Audience Manager has, before anything is created there. */
final class OrderCheck {
    private static final int LONGEST_TITLE = 255;

    private final Company company;
    private final AudienceOrder order;
    private final Call call;

    OrderCheck(Company company, AudienceOrder order, Call call) {
        this.company = company;
        this.order = order;
        this.call = call;
    }

    /** Right: the order can be carried out. Left: {@code InvalidRequest} with everything that is in its way. */
    Either<BridgeError, AudienceOrder> check() {
        return dataSource()
                .flatMap(first -> mergeRule()
                        .flatMap(second -> destination()
                                .map(third -> Vector.<Violation>empty()
                                        .appendAll(title())
                                        .appendAll(first)
                                        .appendAll(second)
                                        .appendAll(third))))
                .flatMap(all -> all.isEmpty()
                        ? Either.right(order)
                        : Either.left(new BridgeError.InvalidRequest(all, Incident.local())));
    }

    private Seq<Violation> title() {
        String title = order.title();
        boolean sound = !title.isBlank()
                && title.length() <= LONGEST_TITLE
                && title.chars().noneMatch(Character::isISOControl);
        return sound
                ? Vector.empty()
                : Vector.of(new Violation(
                        "audience", "a title needs 1 to " + LONGEST_TITLE + " characters and no control character"));
    }

    private Either<BridgeError, Seq<Violation>> dataSource() {
        DataSource wanted = order.dataSource();
        return company.dataSources()
                .find(wanted.id(), call)
                .map(found -> found.map(facts -> DataSourceMatch.violations(wanted, facts))
                        .getOrElse(() -> missing("id", "data source", wanted.id())));
    }

    private Either<BridgeError, Seq<Violation>> mergeRule() {
        OptionalLong id = order.dataSource().mergeRuleDataSourceId();
        Seq<Violation> refused = id.isEmpty()
                ? Vector.empty()
                : company.mergeRules().sharing(id, order.dataSource()).refusal().toVector();
        if (id.isEmpty() || !refused.isEmpty() || !company.settings().mergeRuleChecked()) {
            return Either.right(refused);
        }
        return company.dataSources()
                .find(id.getAsLong(), call)
                .map(found -> found.isDefined()
                        ? Vector.empty()
                        : missing("mergeRuleDataSourceId", "merge rule with data source", id.getAsLong()));
    }

    private Either<BridgeError, Seq<Violation>> destination() {
        OptionalLong id = order.dataSource().destinationId();
        return id.isEmpty()
                ? Either.right(Vector.empty())
                : company.destinations()
                        .find(id.getAsLong(), call)
                        .map(found -> found.map(OrderCheck::receivesFiles)
                                .getOrElse(() -> missing("destinationId", "destination", id.getAsLong())));
    }

    private static Seq<Violation> receivesFiles(Destination destination) {
        String type = destination.type();
        return type.isEmpty() || type.equals(DestinationDraft.FILES)
                ? Vector.empty()
                : Vector.of(new Violation(
                        "dataSource.destinationId",
                        "destination " + destination.id() + " is of type " + type
                                + ", which gets no files; give the destination that Adobe set up for Campaign"));
    }

    private static Seq<Violation> missing(String field, String thing, long id) {
        return Vector.of(
                new Violation(
                        "dataSource." + field,
                        "Audience Manager has no " + thing + " " + id
                                + " that this technical account may see; correct the id, or ask an administrator for the right to read it"));
    }
}
