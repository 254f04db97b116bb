// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Of which ports a class is the contract. Its tests are told by the numbers of their rules. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@DisplayNameGeneration(RuleNames.class)
public @interface ContractOf {
    /** The ports, and what belongs to them, such as the streams that they give out. */
    Class<?>[] value();

    /** The decisions of SEMANTICS that its rules rest on, such as {@code S20}; empty where the ports' own words are all there is. */
    String[] semantics() default {};
}
