// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A targeting workflow with the activity "Update shared audience": the members of a list who have a key are the Result, the others the Complement. Source: campaign.md,
 * section 1.4.
 *
 * <p>Variables: {@code listId}, {@code dataSource} (name of an AMC data source), {@code audience} (its name) and, if the audience exists, {@code audienceId} (the number of
 * the trait that rows name).
 */
final class UpdateSharedAudience implements Activity {
    private static final Pattern ECID = Pattern.compile("\\d{38}");
    private static final String DEFAULT_DATA_SOURCE = "defaultDataSource";

    private final ExportQueue exports;

    UpdateSharedAudience(ExportQueue exports) {
        this.exports = exports;
    }

    @Override
    public void work(Run run) throws Failure {
        String list = run.required("listId");
        String trait = run.variables().get("audienceId");
        String audience = run.variables().get("audience");
        if (trait.isEmpty() && audience.isEmpty()) {
            throw new Failure("Neither of the variables 'audienceId' and 'audience' names an audience.");
        }
        if (!trait.isEmpty() && !trait.matches("\\d{1,18}")) {
            throw new Failure("The variable 'audienceId' is no number: '" + trait + "'.");
        }
        if (!run.database().hasList(list)) {
            throw new Failure("The list '" + list + "' does not exist.");
        }
        hand(run, list, new ExportQueue.HandOver(audience, trait, dataSource(run), new ArrayList<>(), 0));
    }

    private static Database.AmcDataSource dataSource(Run run) throws Failure {
        String named = run.variables().get("dataSource");
        String name = named.isEmpty() ? DEFAULT_DATA_SOURCE : named;
        Database.AmcDataSource source = run.database()
                .dataSource(name)
                .orElseThrow(() -> new Failure("The AMC data source '" + name + "' does not exist."));
        if (source.number() == 0) {
            throw new Failure("The AMC data source '" + name + "' is not provisioned: its AAM data source ID is 0.");
        }
        return source;
    }

    private void hand(Run run, String list, ExportQueue.HandOver to) throws Failure {
        Database.AmcDataSource source = to.dataSource();
        UnaryOperator<String> hash = Hashing.of(source.hash())
                .orElseThrow(() -> new Failure("The hash algorithm '" + source.hash() + "' is unknown."));
        List<String> ids = new ArrayList<>();
        int[] people = new int[2];
        boolean read = run.database().people(list, source.key(), person -> {
            List<String> keys = person.keys().stream()
                    .filter(key -> !source.visitors() || ECID.matcher(key).matches())
                    .toList();
            people[keys.isEmpty() ? 1 : 0]++;
            keys.forEach(key -> ids.add(hash.apply(key)));
        });
        if (!read) {
            throw new Failure("The reconciliation key '" + source.key() + "' is no column of nms:recipient.");
        }
        run.say("Result: " + people[0] + " recipients");
        run.say("Complement: " + people[1] + " recipients");
        exports.add(new ExportQueue.HandOver(to.audience(), to.trait(), source, List.copyOf(ids), people[1]));
    }
}
