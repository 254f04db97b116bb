// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** Members page by page, read as they are asked for; each page is parsed in its bytes. One reader. */
final class MemberPages implements KeySource {
    private static final String FIRST = "0";

    private final HubClient hub;
    private final String query;
    private final boolean keyed;
    private final Call call;
    private final TextKeysBuilder rows = new TextKeysBuilder();
    private Optional<String> after = Optional.of(FIRST);
    private Option<TextKeys> ahead = Option.none();

    private MemberPages(HubClient hub, String query, boolean keyed, Call call) {
        this.hub = hub;
        this.query = query;
        this.keyed = keyed;
        this.call = call;
    }

    /** Members with what {@code field} holds. */
    static MemberPages keyed(HubClient hub, String field, String filter, LoyaltyHubSettings settings, Call call) {
        String query = "/members?limit=" + settings.pageSize() + "&field=" + HubClient.encoded(field) + filter;
        return new MemberPages(hub, query, true, call);
    }

    /** Members without a key. */
    static MemberPages keyless(HubClient hub, String filter, LoyaltyHubSettings settings, Call call) {
        return new MemberPages(hub, "/members?limit=" + settings.pageSize() + filter, false, call);
    }

    /** This source with its first page read, so that a list that is gone, or a field that is unknown, shows before anybody reads. */
    Either<BridgeError, KeySource> begun(String missing) {
        return page(missing).map(first -> {
            ahead = first;
            return this;
        });
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        if (ahead.isDefined()) {
            Option<TextKeys> first = ahead;
            ahead = Option.none();
            return Either.right(first);
        }
        return page("");
    }

    @Override
    public void close() {
        after = Optional.empty();
        ahead = Option.none();
    }

    /** The next page that has rows; none at the end. */
    private Either<BridgeError, Option<TextKeys>> page(String missing) {
        while (after.isPresent()) {
            Either<BridgeError, HttpAnswer> answer = hub.get(query + "&after=" + after.get(), missing, call);
            if (answer.isLeft()) {
                return Either.left(answer.getLeft());
            }
            after = answer.get().header("X-Next");
            parse(answer.get().body());
            if (rows.size() > 0) {
                return Either.right(Option.some(rows.build()));
            }
        }
        return Either.right(Option.none());
    }

    /** Lines {@code memberId,mark,value}. */
    private void parse(byte[] page) {
        int at = 0;
        while (at < page.length) {
            long member = 0;
            while (page[at] != ',') {
                member = member * 10 + page[at++] - '0';
            }
            byte mark = page[at + 1] == 'o' ? TextKeys.OPTED_OUT : 0;
            int value = at + 3;
            int end = value;
            while (page[end] != '\n') {
                end++;
            }
            rows.recipient(0, member);
            if (keyed && end > value) {
                rows.key(page, value, end, mark);
            } else {
                rows.keyless(mark);
            }
            at = end + 1;
        }
    }
}
