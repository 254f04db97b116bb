// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.lists.Batches;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.ServerTime;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The recipients whose keys changed: by {@code @lastModified} for a field, and for visitor ids by the tracking log, too, since a click does not touch the
 * recipient. A log is new by its id, which Campaign gives when it stores the click, hours after it perhaps; or by its date, since ids are handed out in blocks and
 * old instances ran out of positive ones. Times are looked back at by {@link CampaignSettings#changeOverlap()}. Source: Campaign Classic, "Tables to maintain".
 */
final class ChangedRecipients implements ChangedKeys {
    /** The tracking logs of recipients, and the recipient's link to them. */
    private static final String LOGS = "nms:trackingLogRcp";

    static final String LOG_LINK = "trackingLog";

    /** UNVERIFIED: the names of a log's recipient and date. */
    private static final String LOG_RECIPIENT = "recipient-id";

    private static final XPath LOG_DATE = XPath.of("@logDate");

    private static final XPath ID = XPath.of("@id");
    private static final XPath LAST_MODIFIED = XPath.of("@lastModified");

    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientKeys keys;

    ChangedRecipients(CampaignSettings settings, CampaignSoap soap, RecipientKeys keys) {
        this.settings = settings;
        this.soap = soap;
        this.keys = keys;
    }

    @Override
    public Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call) {
        return followed(dataSource)
                .flatMap(path -> new ServerTime(soap)
                        .now(call)
                        .flatMap(now -> newestLog(path, call).map(log -> new Progressed(now, log, path.expression())))
                        .map(progressed -> progressed.watermark(settings.connection())));
    }

    @Override
    public Either<BridgeError, KeySource> changedSince(Watermark since, DataSource dataSource, Call call) {
        return followed(dataSource)
                .flatMap(path -> Progressed.read(since, settings.connection(), path.expression())
                        .flatMap(progressed -> path.startsAt(LOG_LINK)
                                ? clickedOrModified(progressed, path, dataSource, call)
                                : keys.keys(path, dataSource, Vector.of(modified(progressed)), call)));
    }

    /** A field of a linked record may change without a trace on the recipient. */
    private Either<BridgeError, FieldPath> followed(DataSource dataSource) {
        return keys.path(dataSource)
                .flatMap(path -> path.link()
                                .filter(link -> !link.equals(LOG_LINK)
                                        && !settings.ownElements().contains(link))
                                .isEmpty()
                        ? Either.right(path)
                        : Either.left(BridgeError.InvalidRequest.of(
                                "dataSource.key.field",
                                "'" + path.expression()
                                        + "' stands in a linked record, whose changes leave no trace on the recipient: read all keys,"
                                        + " or name the link in ownElements if it is a part of the recipient itself")));
    }

    private Either<BridgeError, Option<String>> newestLog(FieldPath path, Call call) {
        if (!path.startsAt(LOG_LINK)) {
            return Either.right(Option.none());
        }
        String[] newest = new String[1];
        Query last = Query.on(LOGS).select(ID).orderByDescending(ID).limit(1).build();
        return soap.select(last, row -> newest[0] = row.text("id"), call)
                .map(read -> Option.of(newest[0]).filter(Keyset::isId));
    }

    private Either<BridgeError, KeySource> clickedOrModified(
            Progressed since, FieldPath path, DataSource dataSource, Call call) {
        PersonQuery clicks = ofLogs(clicked(since));
        PersonQuery changes = ids("nms:recipient", "id", modified(since));
        return recipients(clicks, call)
                .flatMap(clicked -> recipients(changes, call)
                        .map(modified -> new IdSetBuilder()
                                .addAll(clicked)
                                .addAll(modified)
                                .build())
                        .map(changed -> keys.keysOf(changed, path, dataSource, call)));
    }

    private Either<BridgeError, IdSet> recipients(PersonQuery query, Call call) {
        return PersonSource.open(soap, query, settings.pageSize(), call)
                .flatMap(source -> Batches.ids(source, "looking for changes", call));
    }

    /** The recipients of the tracking logs that meet {@code condition}. */
    static PersonQuery ofLogs(Condition condition) {
        return ids(LOGS, LOG_RECIPIENT, condition);
    }

    private static PersonQuery ids(String schema, String recipient, Condition changed) {
        return new PersonQuery(schema, recipient, Option.none(), false, Vector.empty(), Vector.of(changed));
    }

    private Condition modified(Progressed since) {
        return Condition.atLeast(LAST_MODIFIED, from(since));
    }

    private Condition clicked(Progressed since) {
        Condition later = Condition.atLeast(LOG_DATE, from(since));
        return since.log()
                .map(id -> Condition.or(Condition.greaterThan(ID, Keyset.literal(id)), later))
                .getOrElse(later);
    }

    private Literal from(Progressed since) {
        return Literal.of(since.at().minus(settings.changeOverlap()));
    }
}
