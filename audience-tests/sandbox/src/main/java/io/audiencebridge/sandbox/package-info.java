// SPDX-License-Identifier: Apache-2.0
/** The sandbox's public face: start it, look into it, move its clock, make it fail. */
@NullMarked
package io.audiencebridge.sandbox;

import org.jspecify.annotations.NullMarked;
