// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.Condition;
import io.audiencebridge.adapter.campaign.soap.Query;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
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
    private static final String KEY = "key";

    /** The keys of recipients. */
    static PersonQuery ofKeys(FieldPath key, ReconciliationKey by, Seq<String> flags, Seq<Condition> conditions) {
        return new PersonQuery(
                RECIPIENTS, "id", Option.some(key), by instanceof ReconciliationKey.Visitor, flags, conditions);
    }

    /** One page. */
    Query page(Option<Condition> after, int lines) {
        return Query.on(schema)
                .columns(Vector.of(Query.Column.of(idExpression()))
                        .appendAll(flags.map(flag -> Query.Column.of("@" + flag)))
                        .appendAll(key.map(path -> new Query.Column(path.expression(), "@" + KEY))))
                .conditions(conditions.toVector().appendAll(after))
                .orderBy(idExpression())
                .lineCount(lines)
                .build();
    }

    /** The recipient's id in an expression; a name with a hyphen needs brackets. */
    String idExpression() {
        return id.contains("-") ? "[@" + id + "]" : "@" + id;
    }

    /** The recipient's id in a row. */
    String idIn(Row row) {
        return row.text(id);
    }

    /** Takes over what a row says of {@code person}. A server that does not rename keeps the key at its own place. */
    void read(Row row, Person person) {
        if (flags.exists(row::isTrue)) {
            person.optedOut();
        }
        if (key.isEmpty()) {
            return;
        }
        String own = key.get().lastStep();
        for (int i = 0; i < row.size(); i++) {
            if (row.path(i).equals(KEY) || row.path(i).endsWith(own)) {
                person.key(row.value(i));
            }
        }
    }
}
