// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Row;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.http.Attempts;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** The rows of a query over all its pages. A page that is cut goes on behind its last whole row. One thread. */
final class RowStream implements Rows {
    private static final Either<BridgeError, Boolean> ANOTHER = Either.right(true);
    private static final Either<BridgeError, Boolean> DONE = Either.right(false);
    private final CampaignSoap soap;
    private final Query query;
    private final Succession succession;
    private final int pageSize;
    private final Call call;
    private final Attempts attempts;
    private @Nullable Page page;
    private @Nullable Row row;
    private @Nullable Either<BridgeError, Boolean> over;
    private long left;
    private int fresh;

    private RowStream(CampaignSoap soap, Query query, Succession succession, int pageSize, Call call) {
        this.soap = soap;
        this.query = query;
        this.succession = succession;
        this.pageSize = pageSize;
        this.call = call;
        this.attempts = soap.attempts(call);
        this.left = query.limit().orElse(Long.MAX_VALUE);
    }

    /** Rows whose first page is asked for, so that a wrong name in the query shows here. */
    static Either<BridgeError, Rows> open(
            CampaignSoap soap, Query query, Succession succession, int pageSize, Call call) {
        RowStream stream = new RowStream(soap, query, succession, pageSize, call);
        return stream.turnTo().map(opened -> stream);
    }

    @Override
    public Either<BridgeError, Boolean> next() {
        while (over == null) {
            if (left == 0) {
                return end(DONE);
            }
            Page open = page;
            if (open == null) {
                turnTo();
            } else if (advance(open)) {
                return ANOTHER;
            }
        }
        return over;
    }

    @Override
    public Row row() {
        Row shown = row;
        if (shown == null) {
            throw new IllegalStateException("There is no row yet; ask next() first");
        }
        return shown;
    }

    @Override
    public void close() {
        if (over == null) {
            end(DONE);
        }
    }

    /** Whether there is a row to hand on. */
    private boolean advance(Page open) {
        Either<BridgeError, Boolean> next = open.next();
        if (next.isLeft()) {
            cut(open, next.getLeft());
            return false;
        }
        if (!next.get()) {
            leave(open);
            act(succession.turn(open.seen(), fresh));
            return false;
        }
        return act(succession.judge(open.row(), open.seen() - 1)) && handOn(open);
    }

    private boolean handOn(Page open) {
        row = open.row();
        left--;
        fresh++;
        attempts.renew();
        return true;
    }

    private boolean act(Succession.Verdict verdict) {
        switch (verdict) {
            case AGAIN -> leave(page);
            case END -> end(DONE);
            case BACKWARDS ->
                breach("gave rows out of the order of their key, or the same ones again; if a column has several values"
                        + " for one record, query the schema of that column");
            case NO_KEY -> breach("gave a row whose " + query.key() + " is neither a number of 64 bits nor a UUID");
            case GOOD, KNOWN -> {
                // nothing stands in the way
            }
        }
        return verdict == Succession.Verdict.GOOD;
    }

    private void cut(Page open, BridgeError error) {
        leave(open);
        if (open.isCut() && attempts.isLeft()) {
            ask();
        } else {
            end(Either.left(error));
        }
    }

    private Either<BridgeError, Boolean> turnTo() {
        attempts.renew();
        return ask();
    }

    /** Asks for what comes next with the attempts that are left: for the same as before, if no row was handed on since. */
    private Either<BridgeError, Boolean> ask() {
        SelectMarkup.Window window = succession.window((int) Math.min(pageSize, left));
        fresh = 0;
        Either<BridgeError, Page> opened = call.check()
                .flatMap(open -> soap.page(new SelectMarkup(query, "select", window), window.lines(), attempts, call));
        if (opened.isRight()) {
            page = opened.get();
            return ANOTHER;
        }
        return succession.canFallBack(opened.getLeft()) ? ANOTHER : end(Either.left(opened.getLeft()));
    }

    private void breach(String what) {
        end(Either.left(new BridgeError.ProtocolBreach(
                "Campaign " + what + " (" + query.schema() + "); report it with the instance's build number",
                Incident.at(SystemId.CAMPAIGN, call.correlationId()))));
    }

    private Either<BridgeError, Boolean> end(Either<BridgeError, Boolean> outcome) {
        over = outcome;
        leave(page);
        return outcome;
    }

    private void leave(@Nullable Page open) {
        page = null;
        if (open != null) {
            open.close();
        }
    }
}
