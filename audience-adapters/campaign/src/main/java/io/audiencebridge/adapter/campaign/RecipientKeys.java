// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Condition;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** The recipients' keys: a field of theirs, or the visitor ids of their tracking logs. */
final class RecipientKeys implements KeyReader, OptOuts {
    /** The recipient's link to the relation table. */
    private static final String MEMBERSHIPS = "rcpGrpRel";

    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientLists lists;

    RecipientKeys(CampaignSettings settings, CampaignSoap soap, RecipientLists lists) {
        this.settings = settings;
        this.soap = soap;
        this.lists = lists;
    }

    @Override
    public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
        return lists.find(list, call)
                .flatMap(found ->
                        keys(dataSource, Vector.of(Condition.exists(MEMBERSHIPS, ListMembers.of(found.id()))), call));
    }

    @Override
    public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
        return keys(dataSource, Vector.empty(), call);
    }

    @Override
    public Either<BridgeError, KeySource> optedOutKeys(DataSource dataSource, Call call) {
        String any = flags().map(flag -> "@" + flag + " = 1").mkString(" OR ");
        return keys(dataSource, Vector.of(Condition.of(any.isEmpty() ? "@id IS NULL" : any)), call);
    }

    private Either<BridgeError, KeySource> keys(DataSource dataSource, Seq<Condition> conditions, Call call) {
        if (!dataSource.targetingDimension().equals(DataSource.RECIPIENTS)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "dataSource.targetingDimension",
                    "'" + dataSource.targetingDimension() + "' is not supported; use " + DataSource.RECIPIENTS));
        }
        return path(dataSource)
                .flatMap(path -> PersonSource.open(
                        soap,
                        PersonQuery.ofKeys(path, dataSource.key(), flags(), conditions),
                        settings.pageSize(),
                        call));
    }

    private Either<BridgeError, FieldPath> path(DataSource dataSource) {
        String field = dataSource.key() instanceof Declared declared ? declared.field() : settings.visitorIdPath();
        return FieldPath.of(field)
                .toEither(() -> BridgeError.InvalidRequest.of(
                        "dataSource.key.field", "'" + field + "' " + FieldPath.EXPLANATION));
    }

    private Seq<String> flags() {
        return Vector.ofAll(settings.optOutFlags()).distinct();
    }
}
