// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a parameter of type {@code URI} or {@code String} that takes what the sandbox's description has under this key: {@code @SandboxAddress("campaign") URI campaign}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface SandboxAddress {
    /** A key of {@code Sandbox.description()}, such as {@code ims}, {@code s3} or {@code orgId}. */
    String value();
}
