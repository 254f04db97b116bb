// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/**
 * A workflow that a customer built: recipients with their keys as a file. Variables: {@code listId} (empty for all recipients), {@code key} (an xpath), {@code flags} (columns
 * with commas between them, any of which means opted out), {@code file}.
 *
 * <p>The file is CSV by RFC 4180 with the header {@code recipientId,key,optedOut}, one row for each key, in the order of the recipients; a recipient without a key
 * has one row with an empty one.
 */
final class ExtractRecipientKeys implements Activity {
    private static final String HEADER = "recipientId,key,optedOut\r\n";

    private final BulkFiles files;

    ExtractRecipientKeys(BulkFiles files) {
        this.files = files;
    }

    @Override
    public void work(Run run) throws Failure {
        String file = run.required("file");
        String key = run.required("key");
        String list = run.variables().get("listId");
        List<String> flags = flags(run.variables().get("flags"));
        if (files.has(file)) {
            throw new Failure("The file '" + file + "' exists already.");
        }
        if (!list.isEmpty() && !run.database().hasList(list)) {
            throw new Failure("The list '" + list + "' does not exist.");
        }
        List<String> unknown = run.database().unknownColumns(flags);
        if (!unknown.isEmpty() || !run.database().hasKey(key)) {
            throw new Failure("nms:recipient has no column " + (unknown.isEmpty() ? key : unknown) + ".");
        }
        long[] rows = new long[1];
        files.write(file, out -> {
            out.write(HEADER);
            run.database().people(list, key, person -> {
                boolean optedOut = run.database().isSet(person.id(), flags);
                rows[0] += write(person, optedOut, out);
            });
        });
        run.say("Extracted " + rows[0] + " rows");
    }

    private static List<String> flags(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(flag -> !flag.isEmpty())
                .map(flag -> flag.startsWith("@") ? flag : "@" + flag)
                .toList();
    }

    private static int write(Database.Person person, boolean optedOut, Writer out) {
        List<String> keys = person.keys().isEmpty() ? List.of("") : person.keys();
        try {
            for (String key : keys) {
                out.write(Csv.quoted(person.id()) + "," + Csv.quoted(key) + (optedOut ? ",1\r\n" : ",0\r\n"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return keys.size();
    }
}
