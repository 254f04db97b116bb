// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * Something that goes wrong during a test, from its first line on: a status in place of an answer, or any {@link FaultEffect}. The test fails if it never happened. Of several
 * the first that fits a request decides.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(SandboxFault.All.class)
public @interface SandboxFault {
    /** The emulator: {@code ims, campaign, audienceManager, dcs, platform} or {@code s3}; any if empty. */
    String system() default "";

    /** The method; any if empty. */
    String method() default "";

    /** The path, or the beginning of it, or a pattern with stars; any if empty. */
    String path() default "";

    /** Campaign's method, such as {@code Write}; any if empty. */
    String soapAction() default "";

    /** How many such requests pass unharmed first. */
    int after() default 0;

    /** How many of the following ones are harmed. */
    int times() default FaultRule.ALWAYS;

    /** The status that is answered, unless {@link #effect} says something else. */
    int status() default 503;

    /** Seconds to be told in {@code Retry-After}; none if negative. */
    int retryAfter() default -1;

    /** What happens instead of a status; a class with a constructor without arguments. */
    Class<? extends Supplier<FaultEffect>> effect() default StatusOfTheAnnotation.class;

    /** Whether the test is right although it never happens. */
    boolean mayNotFire() default false;

    /** Several. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        /** Those. */
        SandboxFault[] value();
    }

    /** Stands for {@link SandboxFault#status()}. */
    final class StatusOfTheAnnotation implements Supplier<FaultEffect> {
        @Override
        public FaultEffect get() {
            return new FaultEffect.Status(503);
        }
    }
}
