// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The faults of one test: those of its method first, then those of the extension.
 *
 * @param rules all of them
 * @param mayRest those of which nobody expects that they happen
 */
record DeclaredFaults(List<FaultRule> rules, List<FaultRule> mayRest) {
    static DeclaredFaults of(ExtensionContext context, List<FaultRule> always) {
        List<FaultRule> rules = new ArrayList<>();
        List<FaultRule> mayRest = new ArrayList<>(always);
        for (SandboxFault fault :
                AnnotationSupport.findRepeatableAnnotations(context.getRequiredTestMethod(), SandboxFault.class)) {
            FaultRule rule = rule(fault);
            rules.add(rule);
            if (fault.mayNotFire()) {
                mayRest.add(rule);
            }
        }
        rules.addAll(always);
        return new DeclaredFaults(List.copyOf(rules), List.copyOf(mayRest));
    }

    private static FaultRule rule(SandboxFault fault) {
        FaultMatch match = new FaultMatch(
                text(fault.system()), text(fault.method()), text(fault.path()), text(fault.soapAction()));
        return new FaultRule(match, fault.after(), fault.times(), effect(fault));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static FaultEffect effect(SandboxFault fault) {
        if (fault.effect() != SandboxFault.StatusOfTheAnnotation.class) {
            return made(fault.effect());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (fault.retryAfter() >= 0) {
            headers.put("Retry-After", Integer.toString(fault.retryAfter()));
        }
        return new FaultEffect.Status(fault.status(), "Injected by the sandbox: HTTP " + fault.status(), headers);
    }

    private static FaultEffect made(Class<? extends Supplier<FaultEffect>> type) {
        try {
            Constructor<? extends Supplier<FaultEffect>> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getName() + " needs a constructor without arguments to say what goes wrong", e);
        }
    }
}
