// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a sandbox: one for all of them, reset before each. Methods and constructors may take a {@code Sandbox}, and what {@link SandboxExtension} says
 * beside. For people of one's own, faults in every test or a clock that is ahead, register a {@link SandboxExtension}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(SandboxExtension.class)
public @interface SandboxTest {
    /** How many recipients Campaign has. */
    int recipients() default SandboxExtension.RECIPIENTS;

    /** The number from which their data comes. */
    long seed() default 1;

    /** How far the virtual clock is ahead when a test begins, such as {@code PT36H}. */
    String clockAhead() default "PT0S";
}
