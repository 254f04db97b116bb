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
                        wanted,
                        settings.lookUpBatchSize(),
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

    /** The answers to some keys at a time, one after the other. One reader. */
    private static final class InTurns implements KeySource {
        private final TextKeys wanted;
        private final int most;
        private final Ask ask;
        private Option<KeySource> open = Option.none();
        private int next;

        InTurns(TextKeys wanted, int most, Ask ask) {
            this.wanted = wanted;
            this.most = most;
            this.ask = ask;
        }

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            while (open.isDefined() || next < wanted.size()) {
                Either<BridgeError, Option<TextKeys>> batch = current().flatMap(KeySource::next);
                if (batch.isLeft() || batch.get().isDefined()) {
                    return batch;
                }
                leave();
            }
            return Either.right(Option.none());
        }

        @Override
        public void close() {
            next = wanted.size();
            leave();
        }

        private Either<BridgeError, KeySource> current() {
            return open.<Either<BridgeError, KeySource>>map(Either::right)
                    .getOrElse(() -> ask.recipients(turn()).peek(answer -> open = Option.some(answer)));
        }

        private void leave() {
            Option<KeySource> left = open;
            open = Option.none();
            left.forEach(KeySource::close);
        }

        /** A key that XML cannot carry is nobody's: it could not have been read from here either. */
        private List<Literal> turn() {
            List<Literal> texts = new ArrayList<>(most);
            for (; next < wanted.size() && texts.size() < most; next++) {
                if (!wanted.has(next, TextKeys.UNDECIDABLE) && !wanted.has(next, TextKeys.KEYLESS)) {
                    int start = wanted.start(next);
                    String text = new String(wanted.text(), start, wanted.end(next) - start, StandardCharsets.UTF_8);
                    if (text.indexOf('\uFFFE') < 0 && text.indexOf('\uFFFF') < 0) {
                        texts.add(Literal.of(text));
                    }
                }
            }
            return texts;
        }
    }

    /** Asks for the recipients of some keys. */
    @FunctionalInterface
    private interface Ask {
        Either<BridgeError, KeySource> recipients(List<Literal> texts);
    }
}
