// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

/** What a call is called: the same in every run, whatever numbers and stamps a run has. */
final class Label {
    private Label() {}

    /** Method and path, with a star for each number or opaque name, and the SOAP action. */
    static String of(Head head) {
        String target = head.word(1);
        int query = target.indexOf('?');
        String path = (query < 0 ? target : target.substring(0, query))
                .replaceAll("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}", "*")
                .replaceAll("\\d+", "*");
        String parts = query >= 0 && target.substring(query).contains("list-type") ? "?list" : "";
        String action = head.field("SOAPAction")
                .map(text -> " " + text.replace("\"", ""))
                .orElse("");
        return head.word(0) + " " + path + parts + action;
    }
}
