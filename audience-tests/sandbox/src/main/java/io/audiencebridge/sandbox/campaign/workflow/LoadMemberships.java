// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A workflow that a customer built: changes of a list's membership from a file. Variables: {@code listId}, {@code file}, a CSV with the header {@code operation,recipientId}.
 * All adds come before all removals, so that whoever stays is never missing; a row that cannot be applied is counted.
 */
final class LoadMemberships implements Activity {
    private static final List<String> HEADER = List.of("operation", "recipientId");

    private final BulkFiles files;

    LoadMemberships(BulkFiles files) {
        this.files = files;
    }

    @Override
    public void work(Run run) throws Failure {
        String list = run.required("listId");
        String file = run.required("file");
        if (!run.database().hasList(list)) {
            throw new Failure("The list '" + list + "' does not exist.");
        }
        List<String> adds = new ArrayList<>();
        List<String> removals = new ArrayList<>();
        int[] rejected = new int[1];
        files.read(file, in -> rejected[0] = sort(in, file, adds, removals));
        int added = 0;
        for (String recipient : adds) {
            Optional<Boolean> wasNew = run.database().add(list, recipient);
            added += wasNew.orElse(false) ? 1 : 0;
            rejected[0] += wasNew.isEmpty() ? 1 : 0;
        }
        int removed = 0;
        for (String recipient : removals) {
            Optional<Boolean> wasIn = run.database().remove(list, recipient);
            removed += wasIn.orElse(false) ? 1 : 0;
            rejected[0] += wasIn.isEmpty() ? 1 : 0;
        }
        run.say("Loaded: " + added + " added, " + removed + " removed, " + rejected[0] + " rejected");
    }

    private static int sort(BufferedReader in, String file, List<String> adds, List<String> removals)
            throws IOException, Failure {
        if (!Csv.row(in).filter(HEADER::equals).isPresent()) {
            throw new Failure("The file '" + file + "' does not begin with the header operation,recipientId.");
        }
        int rejected = 0;
        for (Optional<List<String>> row = Csv.row(in); row.isPresent(); row = Csv.row(in)) {
            List<String> cells = row.get();
            if (cells.size() == 2 && cells.get(0).equals("add")) {
                adds.add(cells.get(1));
            } else if (cells.size() == 2 && cells.get(0).equals("remove")) {
                removals.add(cells.get(1));
            } else if (!cells.equals(List.of(""))) {
                rejected++;
            }
        }
        return rejected;
    }
}
