// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.server.Settings;

/**
 * How the sandbox's Experience Platform answers, for tests that need it to answer otherwise; a reset turns everything back. The same
 * switches as {@code POST /settings} has. Thread-safe.
 */
public final class SandboxExperiencePlatformServer {
    private final Settings settings;

    SandboxExperiencePlatformServer(Settings settings) {
        this.settings = settings;
    }

    /** Ends every access token that was handed out so far; new ones can be had. */
    public void revokeTokens() {
        set("revokeTokens", true);
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
