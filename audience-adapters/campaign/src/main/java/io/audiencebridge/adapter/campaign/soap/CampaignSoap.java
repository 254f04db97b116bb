// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapOutputs;
import io.audiencebridge.adapter.http.Attempts;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The generic services of an instance: queries ({@code xtk:queryDef}) and writes ({@code xtk:persist}). Signs in when first needed and again, once, when
 * Campaign says that the session is over. Blocks; safe for use by several threads. Closing it logs off and frees the connections.
 */
public final class CampaignSoap implements AutoCloseable {
    private static final String QUERY = "xtk:queryDef";
    private static final String PERSIST = "xtk:persist";
    private final HttpTransport transport;
    private final Signed signed;
    private final Pages pages;

    CampaignSoap(HttpTransport transport, Outgoing outgoing, Signed signed) {
        this.transport = transport;
        this.signed = signed;
        this.pages = new Pages(transport, outgoing, signed);
    }

    /** A view whose requests carry the headers of {@code options}, too; session and connections are shared, and closing it closes them. */
    public CampaignSoap with(CallOptions options) {
        return options.headers().isEmpty()
                ? this
                : new CampaignSoap(transport, pages.outgoing().with(options.headers()), signed.with(options.headers()));
    }

    /** The pages beside the SOAP router. */
    public Pages pages() {
        return pages;
    }

    /** Whatever the logon told about server and operator; none without a logon, which is made if need be. */
    public Either<BridgeError, Option<SessionInfo>> logonInfo(Call call) {
        return signed.passes()
                .pass(call)
                .map(pass -> pass instanceof Pass.Session session ? session.info() : Option.none());
    }

    /** Any method. Left also: every name and value in it that cannot be sent. */
    public Either<BridgeError, SoapOutputs> call(SoapMethod method, Call call) {
        return MethodCall.of(method).flatMap(sound -> signed.send(sound.request(), sound, call));
    }

    /**
     * Hands each of the first rows to {@code rows}, in order, with one call; right: how many there were. After a left {@code rows} may have seen some.
     *
     * @param query with a limit, which says how many
     */
    public Either<BridgeError, Integer> select(Query query, Consumer<Row> rows, Call call) {
        int most = Math.toIntExact(query.limit().orElseThrow());
        return page(query, 0, most, attempts(call), call).flatMap(page -> {
            try (page) {
                Either<BridgeError, Boolean> next = page.next();
                for (; next.isRight() && next.get(); next = page.next()) {
                    rows.accept(page.row());
                }
                return next.map(done -> page.seen());
            }
        });
    }

    /**
     * The rows of one page, to be read off the wire and closed.
     *
     * @param line where it begins, counted from 0
     * @param lines rows at most
     * @param attempts what the query may still take, if it was asked before
     */
    public Either<BridgeError, Page> page(Query query, long line, int lines, Attempts attempts, Call call) {
        SelectMarkup.Window window = new SelectMarkup.Window(Vector.empty(), line, lines);
        return page(new SelectMarkup(query, "select", window), lines, attempts, call);
    }

    /** What one request may take, for whoever asks again for a page that was cut. */
    public Attempts attempts(Call call) {
        return transport.attempts(call);
    }

    /**
     * All rows of a sound query, page by page; see {@code CampaignQueries}.
     *
     * @param pageSize rows that one call asks for
     */
    public Either<BridgeError, Rows> rows(Query query, int pageSize, Call call) {
        return PagedQuery.of(query).open(this, pageSize, call);
    }

    /** How many records meet the conditions. */
    public Either<BridgeError, Long> count(Query query, Call call) {
        return execute(new SelectMarkup(query, "count", SelectMarkup.Window.ONE), CampaignSoap::counted, call);
    }

    /** The first row; left {@code NotFound} if there is none. */
    public Either<BridgeError, Row> first(Query query, Call call) {
        return execute(new SelectMarkup(query, "get", SelectMarkup.Window.ONE), CampaignSoap::row, call);
    }

    /** The first row, if there is one. */
    public Either<BridgeError, Option<Row>> firstIfThere(Query query, Call call) {
        return execute(new SelectMarkup(query, "getIfExists", SelectMarkup.Window.ONE), CampaignSoap::row, call)
                .map(row -> row.isEmpty() ? Option.none() : Option.some(row));
    }

    /**
     * A new record of {@code schema} as Campaign would create it, id and defaults included; nothing is stored. Right: its attributes.
     *
     * @param entity writes the record as far as it is known
     */
    public Either<BridgeError, Map<String, String>> newInstance(String schema, Markup entity, Call call) {
        SoapCall request = new SoapCall(
                PERSIST + "|" + schema,
                "NewInstance",
                Vector.of(schema),
                true,
                out -> out.document("document", entity));
        return signed.send(request, CampaignSoap::attributes, call);
    }

    /**
     * Stores one record.
     *
     * @param idempotent whether storing it twice does no more than storing it once; if not, a lost answer is {@code OutcomeUnknown}
     */
    public Either<BridgeError, Boolean> write(String schema, Markup entity, boolean idempotent, Call call) {
        return persist("Write", Vector.of(schema), idempotent, out -> out.document("doc", entity), call);
    }

    /**
     * Stores one record unless one with its key is there. Right: whether it was new. Storing it twice does no more than storing it once, so it is repeated after
     * a lost answer; whether it was new may be told wrongly then.
     */
    public Either<BridgeError, Boolean> insert(String schema, Markup entity, Call call) {
        SoapCall request = new SoapCall(PERSIST, "Write", Vector.of(schema), true, out -> out.document("doc", entity));
        return signed.send(
                request,
                Answer::nothing,
                fault -> Refusals.isDuplicate(fault) ? Option.some(false) : Option.none(),
                call);
    }

    /** Stores several records of one schema. Sent once: a lost answer is {@code OutcomeUnknown}, and the caller decides whether less at once helps. */
    public Either<BridgeError, Boolean> writeCollection(String schema, Markup collection, Call call) {
        return persist("WriteCollection", Vector.of(schema), false, out -> out.document("doc", collection), call);
    }

    /** Deletes what meets all of {@code conditions}; at least one, since none would mean everything. Sent once, as {@link #writeCollection}. */
    public Either<BridgeError, Boolean> deleteCollection(String schema, Seq<Condition> conditions, Call call) {
        if (conditions.isEmpty()) {
            return Either.left(
                    BridgeError.InvalidRequest.of(schema, "a deletion without a condition would delete everything"));
        }
        return persist(
                "DeleteCollection",
                Vector.of(schema),
                false,
                out -> {
                    out.string("schema", schema);
                    out.element("where", where -> {
                        where.open("where");
                        ConditionMarkup.write(false, conditions, where);
                        where.close();
                    });
                    out.bool("ignoreDeleteStatus", false);
                },
                call);
    }

    @Override
    public void close() {
        signed.close();
        transport.close();
    }

    /** For the other services of this package. */
    <T> Either<BridgeError, T> send(SoapCall request, Answer<T> answer, Call call) {
        return signed.send(request, answer, call);
    }

    /** An answer that is cut before its first row is asked for again while attempts are left. */
    Either<BridgeError, Page> page(SelectMarkup query, int asked, Attempts attempts, Call call) {
        SoapCall request = execution(query);
        while (true) {
            Either<Cut, Page> opened =
                    signed.open(request, Router.LARGEST, attempts, call).flatMap(reply -> Page.of(reply, asked));
            if (opened.isRight() || !opened.getLeft().again() || !attempts.isLeft()) {
                return opened.mapLeft(Cut::error);
            }
        }
    }

    private <T> Either<BridgeError, T> execute(SelectMarkup query, Answer<T> answer, Call call) {
        return signed.send(execution(query), answer, call);
    }

    private static SoapCall execution(SelectMarkup query) {
        return new SoapCall(QUERY, "ExecuteQuery", query.subjects(), true, out -> out.document("document", query));
    }

    private Either<BridgeError, Boolean> persist(
            String method, Seq<String> subjects, boolean idempotent, SoapCall.Parameters parameters, Call call) {
        return signed.send(new SoapCall(PERSIST, method, subjects, idempotent, parameters), Answer::nothing, call);
    }

    private static Row row(XMLStreamReader2 xml) throws XMLStreamException {
        Answer.parameter(xml);
        Answer.parameter(xml);
        return new Row().fill(xml);
    }

    private static Long counted(XMLStreamReader2 xml) throws XMLStreamException {
        String count = row(xml).text("count");
        if (!count.matches("[0-9]{1,18}")) {
            throw new Answer.Unfit("a count without a number");
        }
        return Long.parseLong(count);
    }

    private static Map<String, String> attributes(XMLStreamReader xml) throws XMLStreamException {
        Answer.parameter(xml);
        Answer.parameter(xml);
        Map<String, String> found = LinkedHashMap.empty();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            found = found.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return found;
    }
}
