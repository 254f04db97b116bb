// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.net.URI;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The generic services of an instance: queries ({@code xtk:queryDef}) and writes ({@code xtk:persist}). Signs in when first needed and again, once, when
 * Campaign says that the session is over. Blocks; safe for use by several threads. Closing it logs off and frees the connections.
 */
public final class CampaignSoap implements AutoCloseable {
    private static final String QUERY = "xtk:queryDef";
    private static final String PERSIST = "xtk:persist";
    private final HttpTransport transport;
    private final Signed signed;

    private CampaignSoap(HttpTransport transport, Router router, Passes passes) {
        this.transport = transport;
        this.signed = new Signed(router, passes);
    }

    /** Calls with a native session of {@code operator}. The transport becomes its own. */
    public static CampaignSoap withOperator(HttpTransport transport, URI instance, String operator, Secret password) {
        Router router = new Router(transport, instance);
        return new CampaignSoap(transport, router, new SessionPasses(new Logon(router, operator, password)));
    }

    /** Calls with access tokens of IMS and without a session. The transport becomes its own, the tokens do not. */
    public static CampaignSoap withTokens(HttpTransport transport, URI instance, TokenSource tokens) {
        return new CampaignSoap(transport, new Router(transport, instance), new BearerPasses(tokens));
    }

    /** Hands each row to {@code rows}, in order; right: how many there were. After a left {@code rows} may have seen some. */
    public Either<BridgeError, Integer> select(Query query, Consumer<Row> rows, Call call) {
        return execute(new QueryMarkup(query, "select"), xml -> rows(xml, rows), call);
    }

    /** How many records meet the conditions. */
    public Either<BridgeError, Long> count(Query query, Call call) {
        return execute(new QueryMarkup(query, "count"), CampaignSoap::counted, call);
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

    /** Stores several records of one schema; storing them twice must do no more than storing them once. */
    public Either<BridgeError, Boolean> writeCollection(String schema, Markup collection, Call call) {
        return persist("WriteCollection", Vector.of(schema), true, out -> out.document("doc", collection), call);
    }

    /** Deletes what meets all of {@code conditions}; at least one, since none would mean everything. */
    public Either<BridgeError, Boolean> deleteCollection(String schema, Seq<Condition> conditions, Call call) {
        if (conditions.isEmpty()) {
            return Either.left(
                    BridgeError.InvalidRequest.of(schema, "a deletion without a condition would delete everything"));
        }
        return persist(
                "DeleteCollection",
                Vector.of(schema),
                true,
                out -> {
                    out.string("schema", schema);
                    out.element("where", where -> {
                        where.open("where");
                        Condition.write(conditions, where);
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

    private <T> Either<BridgeError, T> execute(QueryMarkup query, Answer<T> answer, Call call) {
        SoapCall request =
                new SoapCall(QUERY, "ExecuteQuery", query.subjects(), true, out -> out.document("document", query));
        return signed.send(request, answer, call);
    }

    private Either<BridgeError, Boolean> persist(
            String method, Seq<String> subjects, boolean idempotent, SoapCall.Parameters parameters, Call call) {
        return signed.send(new SoapCall(PERSIST, method, subjects, idempotent, parameters), Answer::nothing, call);
    }

    /** The result wraps a collection element, whose name is the server's own affair. */
    static Integer rows(XMLStreamReader xml, Consumer<Row> rows) throws XMLStreamException {
        Answer.parameter(xml);
        Answer.parameter(xml);
        Row row = new Row();
        int seen = 0;
        while (Pull.child(xml)) {
            rows.accept(row.fill(xml));
            seen++;
        }
        return seen;
    }

    private static Long counted(XMLStreamReader xml) throws XMLStreamException {
        Answer.parameter(xml);
        Answer.parameter(xml);
        String count = new Row().fill(xml).text("count");
        if (!count.matches("[0-9]{1,18}")) {
            throw new XMLStreamException("a count without a number");
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
