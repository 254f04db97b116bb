// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.CheckOrder.Side;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;

/**
 * The two ends of a sharing, each as its system is asked about it.
 *
 * @param source what members leave
 * @param target what they arrive at
 * @param key by which id they are matched
 * @param violations what is wrong with the data source or the key, without asking anybody
 */
record Ends(CheckOrder source, CheckOrder target, ReconciliationKey key, Seq<Violation> violations) {

    static Ends of(Sharing sharing) {
        if (sharing instanceof Sharing.Export export) {
            return of(export.request());
        }
        return sharing instanceof Sharing.Import fill ? of(fill.request()) : of(((Sharing.Receive) sharing).request());
    }

    private static Ends of(ShareRequest request) {
        return between(
                CheckOrder.builder()
                        .connection(request.list().connection())
                        .direction(Direction.EXPORT)
                        .dataSource(request.dataSource())
                        .origin(request.list())
                        .into(request.audience())
                        .route(request.route()),
                request.to(),
                request.dataSource().key(),
                DataSourceRules.forSharing(request.dataSource()));
    }

    private static Ends of(ImportRequest request) {
        return between(
                CheckOrder.builder()
                        .connection(request.audience().connection())
                        .direction(Direction.IMPORT)
                        .dataSource(request.dataSource())
                        .origin(request.audience())
                        .into(request.list())
                        .route(request.route()),
                request.into(),
                request.dataSource().key(),
                DataSourceRules.forImport(request.dataSource()));
    }

    private static Ends of(ReceiveRequest request) {
        return between(
                CheckOrder.builder()
                        .connection(request.audience().connection())
                        .direction(Direction.RECEIVE)
                        .origin(request.audience())
                        .into(request.list())
                        .route(Route.BRIDGE),
                request.into(),
                request.key(),
                DataSourceRules.forReceiving(request.key()));
    }

    private static Ends between(
            CheckOrder.Builder leaving, ConnectionName target, ReconciliationKey key, Seq<Violation> violations) {
        CheckOrder source = leaving.side(Side.SOURCE).build();
        return new Ends(
                source,
                CheckOrder.builder()
                        .from(source)
                        .connection(target)
                        .side(Side.TARGET)
                        .build(),
                key,
                violations);
    }

    Direction direction() {
        return source.direction();
    }

    /** The end at which people are recipients: what an export leaves, what all else fills. */
    CheckOrder recipients() {
        return direction() == Direction.EXPORT ? source : target;
    }

    /** From where to where, for people. */
    String subject() {
        return switch (direction()) {
            case EXPORT ->
                "List " + source.origin() + ", exported as audience '" + source.into() + "' of " + target.connection();
            case IMPORT ->
                "Audience " + source.origin() + ", imported into list '" + source.into() + "' of "
                        + target.connection();
            case RECEIVE ->
                "Platform audience " + source.origin() + ", received in list '" + source.into() + "' of "
                        + target.connection();
        };
    }
}
