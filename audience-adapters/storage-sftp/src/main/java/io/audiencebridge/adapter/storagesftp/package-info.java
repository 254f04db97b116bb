// SPDX-License-Identifier: Apache-2.0
/** Files handed over through a folder of an SFTP server. */
@NullMarked
package io.audiencebridge.adapter.storagesftp;

import org.jspecify.annotations.NullMarked;
