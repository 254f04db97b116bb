// SPDX-License-Identifier: Apache-2.0
/** Emulates S3: one store of objects, seen over the wire and by the other emulators. */
@NullMarked
package io.audiencebridge.sandbox.s3;

import org.jspecify.annotations.NullMarked;
