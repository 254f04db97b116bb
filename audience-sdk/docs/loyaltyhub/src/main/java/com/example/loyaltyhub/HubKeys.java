// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The members' declared ids: a field of theirs, whatever its name. The hub knows no visitor ids. */
final class HubKeys implements KeyReader, OptOuts, ChangedKeys {
    private static final Pattern CHANGE = Pattern.compile("[0-9]{1,18}");

    private final HubClient hub;
    private final LoyaltyHubSettings settings;

    HubKeys(HubClient hub, LoyaltyHubSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    @Override
    public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
        return read(dataSource, "&list=" + HubClient.encoded(list.id()), HubLists.missing(list), call);
    }

    @Override
    public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
        return read(dataSource, "", "", call);
    }

    @Override
    public Either<BridgeError, KeySource> optedOutKeys(DataSource dataSource, Call call) {
        return read(dataSource, "&optedOut=true", "", call);
    }

    @Override
    public Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call) {
        return beginning(dataSource)
                .flatMap(beginning -> hub.get("/changes", "", call)
                        .map(answer -> new Watermark(
                                beginning + answer.text(StandardCharsets.UTF_8).strip())));
    }

    @Override
    public Either<BridgeError, KeySource> changedSince(Watermark since, DataSource dataSource, Call call) {
        return beginning(dataSource).flatMap(beginning -> {
            String change =
                    since.value().startsWith(beginning) ? since.value().substring(beginning.length()) : "";
            return CHANGE.matcher(change).matches()
                    ? read(dataSource, "&changedSince=" + change, "", call)
                    : Either.left(BridgeError.InvalidRequest.of(
                            "watermark", "is not one of connection " + settings.connection() + " for this field"));
        });
    }

    private Either<BridgeError, KeySource> read(DataSource dataSource, String filter, String missing, Call call) {
        return field(dataSource)
                .flatMap(field -> MemberPages.keyed(hub, field, filter, settings, call)
                        .begun(missing));
    }

    private Either<BridgeError, String> beginning(DataSource dataSource) {
        return field(dataSource).map(field -> settings.connection() + " " + field + " ");
    }

    private static Either<BridgeError, String> field(DataSource dataSource) {
        return dataSource.key() instanceof Declared declared
                ? Either.right(declared.field())
                : Either.left(BridgeError.InvalidRequest.of(
                        "dataSource", "is of visitor ids, which LoyaltyHub does not know; take one of declared ids"));
    }
}
