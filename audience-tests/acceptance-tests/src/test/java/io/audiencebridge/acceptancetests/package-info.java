// SPDX-License-Identifier: Apache-2.0
/** The face against the sandbox over real HTTP and S3, as specifications. */
@NullMarked
package io.audiencebridge.acceptancetests;

import org.jspecify.annotations.NullMarked;
