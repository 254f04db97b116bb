// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManager;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a parameter of a test can be. */
final class Parameters {
    private static final Map<Class<?>, Function<Sandbox, Object>> BY_TYPE = Map.of(
            Sandbox.class, sandbox -> sandbox,
            SandboxClock.class, Sandbox::clock,
            SandboxCampaign.class, Sandbox::campaignData,
            SandboxAudienceManager.class, Sandbox::audienceManagerData,
            SandboxExperiencePlatform.class, Sandbox::experiencePlatformData,
            SandboxBrowser.class, Sandbox::newBrowser);

    private Parameters() {}

    static boolean isKnown(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        boolean addressed = parameter.isAnnotated(SandboxAddress.class);
        return addressed ? type == URI.class || type == String.class : BY_TYPE.containsKey(type);
    }

    static Object of(ParameterContext parameter, Sandbox sandbox) {
        Class<?> type = parameter.getParameter().getType();
        return parameter
                .findAnnotation(SandboxAddress.class)
                .map(address -> address(address.value(), type, sandbox))
                .orElseGet(() -> {
                    Function<Sandbox, Object> part = BY_TYPE.get(type);
                    if (part == null) {
                        throw new ParameterResolutionException("The sandbox has no " + type.getName());
                    }
                    return part.apply(sandbox);
                });
    }

    private static Object address(String key, Class<?> type, Sandbox sandbox) {
        String value = sandbox.description().get(key);
        if (value == null) {
            throw new ParameterResolutionException("The sandbox's description has no '" + key + "'; it has "
                    + sandbox.description().keySet());
        }
        return type == URI.class ? URI.create(value) : value;
    }
}
