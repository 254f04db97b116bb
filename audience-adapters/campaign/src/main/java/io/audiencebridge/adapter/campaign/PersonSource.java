// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.Page;
import io.audiencebridge.adapter.campaign.soap.Paging;
import io.audiencebridge.adapter.campaign.soap.RecordKey;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.adapter.http.Attempts;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * Recipients page by page, straight off the wire, each page behind the last whole recipient of the one before; see {@link Paging}. Only an empty page is the
 * end: a server may give fewer rows than asked for. A page that is cut goes on behind the last whole recipient. Memory is bounded by one batch and one
 * recipient. One reader.
 */
final class PersonSource implements KeySource {
    private static final int WIDENING = 4;
    private static final int WIDEST = 64;
    private static final Either<BridgeError, Boolean> ON = Either.right(true);

    private final CampaignSoap soap;
    private final PersonQuery query;
    private final int pageSize;
    private final Call call;
    private final Attempts attempts;
    private final PersonColumns columns;
    private final Person person;
    private final RecordKey key = new RecordKey();
    private final Paging paging = new Paging(false);
    private final TextKeysBuilder rows = new TextKeysBuilder();
    private @Nullable Page page;
    private int asked;
    private int firstLine;
    private int emitted;
    private int width = 1;
    private boolean ended;

    private PersonSource(CampaignSoap soap, PersonQuery query, int pageSize, Call call) {
        this.soap = soap;
        this.query = query;
        this.pageSize = pageSize;
        this.call = call;
        this.attempts = soap.attempts(call);
        this.columns = new PersonColumns(query);
        this.person = new Person(query.byVisitorId());
    }

    /** A source whose first page is asked for, so that a wrong name in the query shows here. */
    static Either<BridgeError, KeySource> open(CampaignSoap soap, PersonQuery query, int pageSize, Call call) {
        PersonSource source = new PersonSource(soap, query, pageSize, call);
        return source.turnTo().map(opened -> source);
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        Either<BridgeError, Boolean> on = call.check().map(open -> true);
        while (on.isRight() && !ended && !rows.isFull()) {
            Page open = page;
            on = open == null ? turnTo() : advance(open);
        }
        return on.map(read -> Option.when(rows.size() > 0, rows::build));
    }

    @Override
    public void close() {
        ended = true;
        leave();
    }

    private Either<BridgeError, Boolean> turnTo() {
        attempts.renew();
        return ask();
    }

    /** Asks for what comes next with the attempts that are left: for the same as before, if no recipient was whole since. */
    private Either<BridgeError, Boolean> ask() {
        long line = paging.turn();
        asked = (int) Math.min((long) pageSize * width + paging.repeated(), Integer.MAX_VALUE);
        emitted = 0;
        Option<Condition> after = Option.when(
                paging.isBehind(),
                () -> Condition.greaterThan(query.idPath(), Keyset.literal(paging.high(), paging.low())));
        Either<BridgeError, Page> opened =
                call.check().flatMap(open -> soap.page(query.rows(after), line, asked, attempts, call));
        if (opened.isRight()) {
            page = opened.get();
            return ON;
        }
        return paging.canFallBack(opened.getLeft()) ? ON : Either.left(opened.getLeft());
    }

    private Either<BridgeError, Boolean> advance(Page open) {
        Either<BridgeError, Boolean> next = open.next();
        if (next.isLeft()) {
            leave();
            return open.isCut() && attempts.isLeft() ? ask() : next;
        }
        return next.get() ? take(open.row(), open.seen() - 1) : turn(open.seen());
    }

    private Either<BridgeError, Boolean> take(Row row, int line) {
        if (!columns.read(row, key)) {
            return breach("gave an id that is neither a number of 64 bits nor a UUID");
        }
        if (!person.is(key.high(), key.low())) {
            emit();
            switch (paging.place(line == 0, key.high(), key.low())) {
                case BACKWARDS -> {
                    return breach("gave recipients out of order, or the same ones again,");
                }
                case KNOWN -> {
                    return ON;
                }
                case SKIPPED -> {
                    paging.stepBack();
                    leave();
                    return ON;
                }
                case AHEAD -> {
                    person.begin(key.high(), key.low());
                    firstLine = line;
                }
            }
        }
        columns.read(row, person);
        return ON;
    }

    /** At the end of a full page of visitor ids the last recipient may have more of them: it is read again with the next page. */
    private Either<BridgeError, Boolean> turn(int read) {
        boolean full = read >= asked;
        if (full && query.byVisitorId() && emitted == 0) {
            return widen(read);
        }
        if (!full || !query.byVisitorId()) {
            emit();
        }
        leave();
        width = 1;
        ended = emitted == 0;
        return ended && read > paging.repeated() && full ? breach("gave the same recipients again") : ON;
    }

    private Either<BridgeError, Boolean> widen(int read) {
        leave();
        width *= WIDENING;
        return width <= WIDEST
                ? ON
                : Either.left(new BridgeError.RejectedBySystem(
                        "One recipient alone has more than " + read
                                + " tracking logs; raise pageSize, or have old tracking logs purged",
                        Incident.at(SystemId.CAMPAIGN, call.correlationId())));
    }

    private void emit() {
        if (person.isThere()) {
            paging.whole(person.high(), person.low(), firstLine);
            person.emit(rows);
            emitted++;
            attempts.renew();
        }
    }

    /** Leaves the page, and whoever was not read to the end. */
    private void leave() {
        person.leave();
        Page open = page;
        page = null;
        if (open != null) {
            open.close();
        }
    }

    private Either<BridgeError, Boolean> breach(String what) {
        leave();
        return Either.left(new BridgeError.ProtocolBreach(
                "Campaign " + what + " for " + query.schema() + "; report it with the instance's build number",
                Incident.at(SystemId.CAMPAIGN, call.correlationId())));
    }
}
