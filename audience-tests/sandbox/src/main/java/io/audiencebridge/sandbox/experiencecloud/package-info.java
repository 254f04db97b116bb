// SPDX-License-Identifier: Apache-2.0
/** The visitor's side of the Experience Cloud ID service: a browser with Adobe's library in it. The service's own side is the DCS emulator's. */
@NullMarked
package io.audiencebridge.sandbox.experiencecloud;

import org.jspecify.annotations.NullMarked;
