// SPDX-License-Identifier: Apache-2.0
@NullUnmarked
package io.audiencebridge.springbootstarter;

import org.jspecify.annotations.NullUnmarked;
