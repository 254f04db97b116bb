// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.server.Settings;

/**
 * How the sandbox's Audience Manager behaves, for tests that need it to behave otherwise; a reset turns everything back.
 * The same switches as {@code POST /settings} has. Thread-safe.
 */
public final class SandboxAudienceManagerServer {
    private final Settings settings;

    SandboxAudienceManagerServer(Settings settings) {
        this.settings = settings;
    }

    /** Ends every access token that was handed out so far, of either kind; new ones can be had. */
    public void revokeTokens() {
        settings.apply(object().put("revokeTokens", true));
    }

    /**
     * Asks for rights, or no more: the technical user may do nothing until it is in a group.
     *
     * @param wanted whether rights are asked for
     * @param userInGroup whether an administrator added the user, once it was there, to a group
     */
    public void rights(boolean wanted, boolean userInGroup) {
        settings.apply(object().put("rbac", wanted).put("userInGroup", userInGroup));
    }

    /**
     * Turns a switch of the README's table.
     *
     * @throws IllegalArgumentException if there is none of that name, or it cannot have that value
     */
    public void set(String name, String value) {
        settings.apply(object().put(name, value));
    }

    /** Likewise. */
    public void set(String name, boolean value) {
        settings.apply(object().put(name, value));
    }

    /** Likewise. */
    public void set(String name, long value) {
        settings.apply(object().put(name, value));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
