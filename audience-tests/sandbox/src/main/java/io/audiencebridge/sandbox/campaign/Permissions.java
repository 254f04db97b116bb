// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;

/**
 * What the operator's rights and the installed packages let through. Source: campaign.md, sections 1.2 (P2, P9), 2.4 and 3.5. UNVERIFIED: the package's internal name, and the words of
 * a refusal.
 */
final class Permissions {
    private static final String ADMIN = "admin";
    private static final String WORKFLOW = "workflow";
    private static final String EXPERIENCE_CLOUD = "nms:experienceCloud";

    static final List<String> RIGHTS = List.of(ADMIN);
    static final List<String> PACKAGES = List.of("nms:campaign", EXPERIENCE_CLOUD);

    private final Conduct conduct;

    Permissions(Conduct conduct) {
        this.conduct = conduct;
    }

    static List<String> sound(List<String> packages) {
        packages.stream()
                .filter(name -> !name.matches("[a-z]{2,8}:[A-Za-z0-9]+"))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "A package is 'namespace:name', like nms:campaign, but got '" + name + "'");
                });
        return List.copyOf(packages);
    }

    /** A command to a workflow needs a right. */
    void admit(SoapRequest request) {
        List<String> rights = conduct.rights();
        if (request.service().equals(WorkflowService.SERVICE)
                && !rights.contains(ADMIN)
                && !rights.contains(WORKFLOW)) {
            throw SoapFault.inMethod("You do not have the rights to perform this operation ('" + WORKFLOW + "').");
        }
    }

    /** A schema comes with its package. */
    void admit(String schema) {
        if (schema.equals(Schema.DATA_SOURCE.id()) && !conduct.packages().contains(EXPERIENCE_CLOUD)) {
            throw SoapFault.inMethod("XFR-180000 The schema '" + schema + "' does not exist.");
        }
    }

    /** The elements of the session info. */
    String told() {
        StringBuilder told = new StringBuilder();
        conduct.rights()
                .forEach(right -> told.append("<login-right right='")
                        .append(Texts.escaped(right))
                        .append("'/>"));
        conduct.packages()
                .forEach(each -> told.append("<installed-package name='")
                        .append(Texts.escaped(each.substring(each.indexOf(':') + 1)))
                        .append("' namespace='")
                        .append(Texts.escaped(each.substring(0, each.indexOf(':'))))
                        .append("'/>"));
        return told.toString();
    }
}
