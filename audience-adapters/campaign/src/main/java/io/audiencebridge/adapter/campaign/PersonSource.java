// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Condition;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;

/**
 * Recipients page by page, each page behind the last id of the one before, so that recipients that come or go meanwhile shift nothing. Only an empty page is
 * the end: a server may give fewer rows than asked for. Memory is bounded by one answer. One reader.
 */
final class PersonSource implements KeySource {
    private static final int WIDENING = 4;
    private static final int WIDEST = 64;
    private final CampaignSoap soap;
    private final PersonQuery query;
    private final int pageSize;
    private final Call call;
    private final Person person;
    private final TextKeysBuilder rows = new TextKeysBuilder();
    private final ArrayDeque<TextKeys> ready = new ArrayDeque<>();
    private Option<BridgeError> broken = Option.none();
    private Option<Condition> after = Option.none();
    private long lastHigh;
    private long lastLow;
    private boolean begun;
    private int width = 1;
    private boolean ended;

    private PersonSource(CampaignSoap soap, PersonQuery query, int pageSize, Call call) {
        this.soap = soap;
        this.query = query;
        this.pageSize = pageSize;
        this.call = call;
        this.person = new Person(query.byVisitorId());
    }

    /** A source whose first page is read, so that a wrong name in the query shows here. */
    static Either<BridgeError, KeySource> open(CampaignSoap soap, PersonQuery query, int pageSize, Call call) {
        PersonSource source = new PersonSource(soap, query, pageSize, call);
        return source.page().map(read -> source);
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (ready.isEmpty() && !ended) {
            Either<BridgeError, Integer> read = page();
            if (read.isLeft()) {
                return Either.left(read.getLeft());
            }
        }
        return call.check().map(open -> Option.of(ready.poll()));
    }

    @Override
    public void close() {
        ended = true;
        ready.clear();
    }

    private Either<BridgeError, Integer> page() {
        int asked = pageSize * width;
        boolean[] emitted = new boolean[1];
        return soap.select(query.page(after, asked), row -> take(row, emitted), call)
                .flatMap(read -> broken.isDefined() ? Either.left(broken.get()) : Either.right(read))
                .flatMap(read -> turn(read, read >= asked && query.byVisitorId(), emitted[0]));
    }

    private void take(Row row, boolean[] emitted) {
        Either<String, RecipientId> id = id(query.idIn(row));
        if (broken.isDefined() || id.isLeft()) {
            broken = broken.orElse(() -> Option.some(breach(id.getLeft())));
            return;
        }
        long high = id.get().high();
        long low = id.get().low();
        if (!person.is(high, low)) {
            if (person.isThere()) {
                emit();
                emitted[0] = true;
            }
            if (isBehind(high, low)) {
                broken = Option.some(breach("gave recipients out of order"));
                return;
            }
            person.begin(high, low);
        }
        query.read(row, person);
    }

    /** At the end of a full page of visitor ids the last recipient may have more of them: it is read again with the next page. */
    private Either<BridgeError, Integer> turn(int read, boolean mayBeCut, boolean emitted) {
        if (mayBeCut && !emitted) {
            return widen(read);
        }
        if (mayBeCut) {
            person.leave();
        } else if (person.isThere()) {
            emit();
        }
        width = 1;
        ended = read == 0;
        if (ended && rows.size() > 0) {
            ready.add(rows.build());
        }
        after = begun
                ? Option.some(Condition.of(Keyset.after(query.idExpression(), lastHigh, lastLow)))
                : Option.none();
        return Either.right(read);
    }

    private Either<BridgeError, Integer> widen(int read) {
        person.leave();
        width *= WIDENING;
        return width <= WIDEST
                ? Either.right(read)
                : Either.left(new BridgeError.RejectedBySystem(
                        "One recipient alone has more than " + read
                                + " tracking logs; raise pageSize, or have old tracking logs purged",
                        Incident.at(SystemId.CAMPAIGN, call.correlationId())));
    }

    private void emit() {
        lastHigh = person.high();
        lastLow = person.low();
        begun = true;
        person.emit(rows);
        if (rows.isFull()) {
            ready.add(rows.build());
        }
    }

    /** Numbers must ascend, or a page would be read for ever; how a server orders UUIDs is its own affair. */
    private boolean isBehind(long high, long low) {
        return begun
                && Keyset.isNumber(high, low)
                && Keyset.isNumber(lastHigh, lastLow)
                && Long.compare(low, lastLow) <= 0;
    }

    private BridgeError breach(String what) {
        return new BridgeError.ProtocolBreach(
                "Campaign " + what + " for " + query.schema() + "; report it with the instance's build number",
                Incident.at(SystemId.CAMPAIGN, call.correlationId()));
    }

    /** The usual id is a short number, read without a pattern. */
    private static Either<String, RecipientId> id(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits
                ? Either.right(RecipientId.of(Long.parseLong(text)))
                : RecipientId.parse(text).mapLeft(wrong -> "gave an id that is neither a number nor a UUID");
    }
}
