// SPDX-License-Identifier: Apache-2.0
/** Folders: the home, where the bridge keeps the journal of its runs and the ledger of who was shared, and exchanges, through which files are handed over. */
@NullMarked
package io.audiencebridge.adapter.storage;

import org.jspecify.annotations.NullMarked;
