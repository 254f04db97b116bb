// SPDX-License-Identifier: Apache-2.0
/** A bridge as a bean of Spring Boot 3.5 and 4. */
@NullMarked
package io.audiencebridge.springbootstarter;

import org.jspecify.annotations.NullMarked;
