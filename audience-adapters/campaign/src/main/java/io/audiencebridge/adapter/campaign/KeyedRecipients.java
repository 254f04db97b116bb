// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.lists.Batches;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Looks recipients up by their keys, {@link CampaignSettings#lookUpBatchSize()} in one query. Visitor ids are looked for in the tracking logs, and their recipients are then read
 * with all of theirs. A database that takes more for equal than we do (another case, blanks at the end) gives more rows, which then match nobody.
 */
final class KeyedRecipients implements KeyLookups {
    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientKeys keys;

    KeyedRecipients(CampaignSettings settings, CampaignSoap soap, RecipientKeys keys) {
        this.settings = settings;
        this.soap = soap;
        this.keys = keys;
    }

    @Override
    public int keysPerCall() {
        return settings.lookUpBatchSize();
    }

    @Override
    public Either<BridgeError, KeySource> recipientsWith(TextKeys wanted, DataSource dataSource, Call call) {
        if (dataSource.key() instanceof Declared declared && declared.stored() != declared.wire()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "dataSource.key",
                    "is stored " + declared.stored() + " and travels " + declared.wire()
                            + ", so it cannot be looked up; read all keys"));
        }
        return keys.path(dataSource)
                .map(path -> new InTurns(
                        turns(wanted, settings.lookUpBatchSize()),
                        texts -> path.startsAt(ChangedRecipients.LOG_LINK)
                                ? clicked(path, texts, dataSource, call)
                                : keys.keys(path, dataSource, Vector.of(Condition.in(path.path(), texts)), call)));
    }

    private Either<BridgeError, KeySource> clicked(
            FieldPath path, List<Literal> visitors, DataSource dataSource, Call call) {
        return PersonSource.open(
                        soap, ChangedRecipients.ofLogs(Condition.in(inLog(path), visitors)), settings.pageSize(), call)
                .flatMap(logs -> Batches.ids(logs, "looking visitors up", call))
                .map((IdSet recipients) -> keys.keysOf(recipients, path, dataSource, call));
    }

    /** The column as a tracking log itself knows it: the path behind the link. */
    private static XPath inLog(FieldPath path) {
        String bare = path.expression().replaceAll("[\\[\\]]", "");
        return XPath.of(bare.substring(bare.indexOf('/') + 1));
    }

    /** The next texts of {@code wanted}, as many as one query takes. A key that XML cannot carry is nobody's: it could not have been read from here either. */
    private static Supplier<List<Literal>> turns(TextKeys wanted, int most) {
        AtomicInteger next = new AtomicInteger();
        return () -> {
            List<Literal> texts = new ArrayList<>(most);
            while (next.get() < wanted.size() && texts.size() < most) {
                text(wanted, next.getAndIncrement()).forEach(text -> texts.add(Literal.of(text)));
            }
            return texts;
        };
    }

    private static Option<String> text(TextKeys wanted, int row) {
        if (wanted.has(row, TextKeys.UNDECIDABLE) || wanted.has(row, TextKeys.KEYLESS)) {
            return Option.none();
        }
        int start = wanted.start(row);
        String text = new String(wanted.text(), start, wanted.end(row) - start, StandardCharsets.UTF_8);
        return Option.some(text).filter(one -> one.indexOf('\uFFFE') < 0 && one.indexOf('\uFFFF') < 0);
    }
}
