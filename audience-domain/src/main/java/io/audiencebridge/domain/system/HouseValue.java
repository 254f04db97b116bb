// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * Marks an interface whose immutable value class is generated in the house style: hidden, behind the interface, with a nested builder.
 *
 * <p>Authors of adapters may use it for their settings.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        allowedClasspathAnnotations = {Override.class})
public @interface HouseValue {}
