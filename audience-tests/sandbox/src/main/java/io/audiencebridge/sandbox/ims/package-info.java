// SPDX-License-Identifier: Apache-2.0
/** Emulator of Adobe's identity service: access tokens for machines. */
@NullMarked
package io.audiencebridge.sandbox.ims;

import org.jspecify.annotations.NullMarked;
