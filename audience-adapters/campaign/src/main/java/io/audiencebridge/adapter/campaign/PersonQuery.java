// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What is read of each recipient, and from where.
 *
 * @param schema the schema
 * @param id the name of the attribute that holds the recipient's id, by which pages follow each other
 * @param key where the key stands; none when no key is asked for
 * @param byVisitorId whether keys are visitor ids, of which one recipient may have several rows
 * @param flags names of the flags any of which means opted out
 * @param conditions which recipients
 */
record PersonQuery(
        String schema,
        String id,
        Option<FieldPath> key,
        boolean byVisitorId,
        Seq<String> flags,
        Seq<Condition> conditions) {
    private static final String RECIPIENTS = "nms:recipient";

    /** The name that the key's column is given. */
    static final String KEY = "key";

    private static final XPath KEY_PATH = XPath.of("@" + KEY);

    /** The keys of recipients. */
    static PersonQuery ofKeys(FieldPath key, ReconciliationKey by, Seq<String> flags, Seq<Condition> conditions) {
        return new PersonQuery(
                RECIPIENTS, "id", Option.some(key), by instanceof ReconciliationKey.Visitor, flags, conditions);
    }

    /**
     * The rows of one page and all behind it.
     *
     * @param after where they begin, by the id; none for the first
     */
    Query rows(Option<Condition> after) {
        Query.Builder query = Query.on(schema).select(idPath()).select(flags.map(flag -> XPath.of("@" + flag)));
        key.forEach(place -> query.selectAs(KEY_PATH, place.path()));
        return query.conditions(conditions.toVector().appendAll(after))
                .orderBy(idPath())
                .build();
    }

    /** The recipient's id in an expression. */
    XPath idPath() {
        return XPath.of("@" + id);
    }
}
