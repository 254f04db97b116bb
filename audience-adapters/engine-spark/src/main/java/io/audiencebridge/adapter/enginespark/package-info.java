// SPDX-License-Identifier: Apache-2.0
/** Members matched with recipients on a Spark cluster. */
@NullMarked
package io.audiencebridge.adapter.enginespark;

import org.jspecify.annotations.NullMarked;
