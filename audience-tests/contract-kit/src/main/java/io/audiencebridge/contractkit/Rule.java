// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number of the rule that a test of a contract holds an adapter to, such as {@code R10.3}: the contract's number and its own. A number is never given out again. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rule {
    /** The number. */
    String value();
}
