// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * {@code xtk:persist}: the write family. One entity is one transaction; whether a collection is one is UNVERIFIED, so the sandbox's rules say. Source: campaign.md,
 * section 3.3.
 */
final class PersistService {
    /** The interface that carries the methods; services such as {@code xtk:session} implement it. */
    static final String INTERFACE = "xtk:persist";

    private static final String ANSWERS_AS = "wpp:default";

    private final CampaignData data;
    private final Changes changes;
    private final Entities entities;

    PersistService(CampaignData data) {
        this.data = data;
        changes = new Changes(data);
        entities = new Entities(data, changes);
    }

    void register(Services services) {
        services.named(INTERFACE)
                .on("Write", this::write)
                .on("WriteCollection", this::writeCollection)
                .on("DeleteCollection", this::deleteCollection)
                .on("NewInstance", this::newInstance)
                .on("Duplicate", this::duplicate);
    }

    private String write(SoapRequest request) {
        Element entity = request.document(0);
        changes.all(() -> entities.write(schema(entity, entity), entity));
        return SoapAnswers.answer(ANSWERS_AS, "Write", "");
    }

    private String writeCollection(SoapRequest request) {
        Element root = request.document(0);
        List<Element> all = Dom.children(root);
        if (data.rules().wholeCollections()) {
            changes.all(() -> all.forEach(entity -> entities.write(schema(root, entity), entity)));
        } else {
            all.forEach(entity -> changes.all(() -> entities.write(schema(root, entity), entity)));
        }
        return SoapAnswers.answer(ANSWERS_AS, "WriteCollection", "");
    }

    /** Deletes what matches; an empty condition matches everything, as on real servers. */
    private String deleteCollection(SoapRequest request) {
        Schema schema = Schema.named(request.text(0).strip());
        Element where = condition(request);
        Expression.Condition condition = where == null ? new Expression.Always() : Condition.of(where, schema, data);
        List<Row> matching = new Candidates(data, new From(schema, null), Condition.conjuncts(condition))
                .rows(Candidates.Order.KEY)
                .filter(row -> condition.test(new Tuple(row, null)))
                .toList();
        changes.all(() -> matching.forEach(changes::delete));
        return SoapAnswers.answer(ANSWERS_AS, "DeleteCollection", "");
    }

    private static @Nullable Element condition(SoapRequest request) {
        boolean isGiven = request.parameters().size() > 1
                && !Dom.children(request.parameters().get(1)).isEmpty();
        return isGiven ? request.document(1) : null;
    }

    private String newInstance(SoapRequest request) {
        Element draft = request.document(0);
        Schema schema = schema(draft, draft);
        String entity = new Drafts(data).of(schema, entities.columns(schema, draft), Dom.children(draft));
        return SoapAnswers.answer(schema.id(), "NewInstance", SoapAnswers.element("entity", entity));
    }

    /** A copy that is not yet written, of the record of a primary key such as {@code nms:group|2001}. */
    private String duplicate(SoapRequest request) {
        String[] key = request.text(0).strip().split("\\|", 2);
        Schema schema = Schema.named(key[0]);
        Row row = key.length < 2 ? null : data.find(schema, key[1]);
        if (row == null) {
            throw SoapFault.noRecord(schema.id());
        }
        return SoapAnswers.answer(
                ANSWERS_AS, "Duplicate", SoapAnswers.element("pdomDoc", new Drafts(data).copy(schema, row)));
    }

    private static Schema schema(Element root, Element entity) {
        String named = entity.getAttribute("xtkschema");
        return Schema.named(named.isEmpty() ? root.getAttribute("xtkschema") : named);
    }
}
