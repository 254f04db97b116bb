// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The technical user: the first {@code GET /users/self} makes it, an administrator puts it into a group later. Source:
 * audience-manager.md, section 2.2. Guarded by the company's lock.
 */
final class Users {
    private static final int GROUP = 31;

    private final Company company;
    private long created;

    Users(Company company) {
        this.company = company;
    }

    boolean exists() {
        return created > 0;
    }

    /** The user, made if it is not there. */
    ObjectNode self() {
        if (!exists()) {
            created = company.clock().millis();
        }
        ObjectNode self = JsonNodeFactory.instance.objectNode();
        var groups = self.put("pid", Company.PID)
                .put("userId", Company.USER)
                .put("username", "technical-account")
                .put("status", "ACTIVE")
                .put("firstName", "Technical")
                .put("lastName", "Account")
                .put("email", "technical-account@example.com")
                .putNull("title")
                .putNull("phoneNumber")
                .put("companyName", "Sandbox")
                .put("createTime", created)
                .putArray("groups");
        if (company.switches().userInGroup()) {
            groups.add(GROUP);
        }
        return self;
    }

    void clear() {
        created = 0;
    }
}
