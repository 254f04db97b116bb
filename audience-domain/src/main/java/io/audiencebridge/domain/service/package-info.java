// SPDX-License-Identifier: Apache-2.0
/** The use cases at work, over one transfer with named steps. */
@NullMarked
package io.audiencebridge.domain.service;

import org.jspecify.annotations.NullMarked;
