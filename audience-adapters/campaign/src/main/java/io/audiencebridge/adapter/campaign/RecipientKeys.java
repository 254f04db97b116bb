// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.lists.Batches;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.adapter.campaign.lists.Relation;
import io.audiencebridge.adapter.campaign.lists.WholeList;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** The recipients' keys: a field of theirs, or the visitor ids of their tracking logs. */
final class RecipientKeys implements KeyReader, OptOuts, PersonKeys {
    private static final Condition NOBODY = Condition.isNull(XPath.of("@id"));

    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientLists lists;
    private final ListMembers members;

    RecipientKeys(CampaignSettings settings, CampaignSoap soap, RecipientLists lists, ListMembers members) {
        this.settings = settings;
        this.soap = soap;
        this.lists = lists;
        this.members = members;
    }

    @Override
    public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
        return path(dataSource)
                .flatMap(path -> lists.readable(list, call)
                        .flatMap(found -> keysOf(found, path, dataSource, call)
                                .map(keys -> new WholeList(keys, lists, found, call))));
    }

    @Override
    public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
        return path(dataSource).flatMap(path -> keys(path, dataSource, Vector.empty(), call));
    }

    @Override
    public Either<BridgeError, KeySource> optedOutKeys(DataSource dataSource, Call call) {
        Seq<Condition> flagged = flags().map(flag -> Condition.equal(XPath.of("@" + flag), Literal.of(true)));
        Condition out = flagged.isEmpty()
                ? NOBODY
                : Condition.or(flagged.head(), flagged.tail().toJavaArray(Condition[]::new));
        return path(dataSource).flatMap(path -> keys(path, dataSource, Vector.of(out), call));
    }

    @Override
    public Either<BridgeError, KeySource> keysOf(RecipientId recipient, DataSource dataSource, Call call) {
        Condition one = Condition.equal(XPath.of("@id"), Keyset.literal(recipient.high(), recipient.low()));
        return path(dataSource).flatMap(path -> keys(path, dataSource, Vector.of(one), call));
    }

    /** The keys of the recipients under {@code conditions}. */
    Either<BridgeError, KeySource> keys(FieldPath path, DataSource dataSource, Seq<Condition> conditions, Call call) {
        return PersonSource.open(
                soap, PersonQuery.ofKeys(path, dataSource.key(), flags(), conditions), settings.pageSize(), call);
    }

    /** The keys of those of {@code recipients} who exist. */
    KeySource keysOf(IdSet recipients, FieldPath path, DataSource dataSource, Call call) {
        return new InTurns(
                new ChosenPersons(recipients),
                ids -> keys(path, dataSource, Vector.of(Condition.in(XPath.of("@id"), ids)), call));
    }

    /** Where the keys stand. Left: {@code InvalidRequest} for what is no path, and for people other than recipients. */
    Either<BridgeError, FieldPath> path(DataSource dataSource) {
        if (!dataSource.targetingDimension().equals(DataSource.RECIPIENTS)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "dataSource.targetingDimension",
                    "'" + dataSource.targetingDimension() + "' is not supported; use " + DataSource.RECIPIENTS));
        }
        String field = dataSource.key() instanceof Declared declared ? declared.field() : settings.visitorIdPath();
        return FieldPath.of(field)
                .toEither(() -> BridgeError.InvalidRequest.of(
                        "dataSource.key.field", "'" + field + "' " + FieldPath.EXPLANATION));
    }

    private Either<BridgeError, KeySource> keysOf(CampaignList list, FieldPath path, DataSource dataSource, Call call) {
        return list.kind() == CampaignList.Kind.OWN_TABLE
                ? keysOfOwnTable(list, path, dataSource, call)
                : keys(path, dataSource, Vector.of(Condition.exists(Relation.LINK, Relation.of(list.id()))), call);
    }

    /** No link leads from a recipient into such a table, so its members are read first. */
    private Either<BridgeError, KeySource> keysOfOwnTable(
            CampaignList list, FieldPath path, DataSource dataSource, Call call) {
        return members.open(soap, lists, list, call)
                .flatMap(rows -> Batches.recipients(rows, "reading members", call))
                .map(recipients -> keysOf(recipients, path, dataSource, call));
    }

    private Seq<String> flags() {
        return Vector.ofAll(settings.optOutFlags()).distinct();
    }
}
