// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import io.audiencebridge.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which sandbox is whose: one for a top-level class with its nested ones, or one for a method. Safe for several threads. */
final class Sandboxes {
    private final Map<String, Sandbox> running = new ConcurrentHashMap<>();
    private final Map<String, DeclaredFaults> faults = new ConcurrentHashMap<>();

    Sandbox of(ExtensionContext context, SandboxExtension.Builder settings) {
        boolean method = context.getTestMethod().isPresent();
        if (settings.isPerMethod() && !method) {
            throw new ParameterResolutionException(
                    "Each test has a sandbox of its own, so take it in the test's method, or in one that runs before each");
        }
        boolean own = method && (settings.isPerMethod() || context.getExecutionMode() == ExecutionMode.CONCURRENT);
        return running.computeIfAbsent((own ? context : top(context)).getUniqueId(), absent -> settings.start());
    }

    void remember(ExtensionContext context, DeclaredFaults declared) {
        faults.put(context.getUniqueId(), declared);
    }

    /** What was declared for a test; nothing if it did not come so far. */
    DeclaredFaults faults(ExtensionContext context) {
        DeclaredFaults declared = faults.remove(context.getUniqueId());
        return declared == null ? new DeclaredFaults(List.of(), List.of()) : declared;
    }

    /** Closes the sandbox that a method, or a top-level class, has for itself. */
    void close(ExtensionContext context) {
        Sandbox sandbox = running.remove(context.getUniqueId());
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private static ExtensionContext top(ExtensionContext context) {
        ExtensionContext top = context;
        while (top.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isPresent()) {
            top = top.getParent().orElseThrow();
        }
        return top;
    }
}
