// SPDX-License-Identifier: Apache-2.0
/** An SFTP server over a temporary folder. */
@NullMarked
package io.audiencebridge.sandbox.sftp;

import org.jspecify.annotations.NullMarked;
