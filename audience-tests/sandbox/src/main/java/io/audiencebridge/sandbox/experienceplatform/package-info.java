// SPDX-License-Identifier: Apache-2.0
/** Experience Platform's Real-Time CDP: its REST API, and what a test does there past the wire. */
@NullMarked
package io.audiencebridge.sandbox.experienceplatform;

import org.jspecify.annotations.NullMarked;
