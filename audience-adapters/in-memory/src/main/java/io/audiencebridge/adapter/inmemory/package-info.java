// SPDX-License-Identifier: Apache-2.0
/** A complete connector and infrastructure without any outside world. */
@NullMarked
package io.audiencebridge.adapter.inmemory;

import org.jspecify.annotations.NullMarked;
