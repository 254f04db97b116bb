// SPDX-License-Identifier: Apache-2.0
/** Datasets of packed rows, inside of this adapter. */
@NullMarked
package io.audiencebridge.adapter.enginespark.frames;

import org.jspecify.annotations.NullMarked;
