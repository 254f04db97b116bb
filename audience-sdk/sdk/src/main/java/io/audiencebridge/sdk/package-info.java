// SPDX-License-Identifier: Apache-2.0
/** The face of the Audience Bridge: a builder, a throwing door, a door that answers with values, and runs. */
@NullMarked
package io.audiencebridge.sdk;

import org.jspecify.annotations.NullMarked;
