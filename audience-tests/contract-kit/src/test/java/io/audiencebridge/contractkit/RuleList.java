// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.contractkit.architecture.AudienceBridgeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The rules as the README lists them. */
final class RuleList {
    private RuleList() {}

    /** Prints the list, to be put between the README's marks. */
    public static void main(String[] arguments) {
        lines().forEach(System.out::println);
    }

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        Contracts.all().stream().sorted(Comparator.comparing(RuleList::number)).forEach(contract -> {
            lines.add("");
            lines.add(title(contract));
            lines.add("");
            Contracts.tests(contract)
                    .forEach(test ->
                            lines.add("- **" + Contracts.number(test).orElse("?") + "** " + RuleNames.sentence(test)));
        });
        lines.add("");
        lines.add("### A: AdapterRulesContract (`required`, `architecture`)");
        lines.add("");
        Arrays.stream(AudienceBridgeRules.values()).forEach(rule -> lines.add("- **" + rule.number() + "** " + rule));
        lines.add("");
        return lines;
    }

    private static String title(Class<?> contract) {
        ContractOf of = Contracts.of(contract);
        String tags =
                Contracts.tags(contract).stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "));
        String ports = Arrays.stream(of.value()).map(Class::getSimpleName).collect(Collectors.joining(", "));
        String semantics = of.semantics().length == 0 ? "" : "; SEMANTICS " + String.join(", ", of.semantics());
        return "### R" + number(contract) + ": " + contract.getSimpleName() + (tags.isEmpty() ? "" : " (" + tags + ")")
                + " of " + ports + semantics;
    }

    private static int number(Class<?> contract) {
        String first = Contracts.number(Contracts.tests(contract).get(0)).orElseThrow();
        return Integer.parseInt(first.substring(1, first.indexOf('.')));
    }
}
