// SPDX-License-Identifier: Apache-2.0
/** What the bridge keeps in a folder: the journal of its runs and the ledger of who was shared. */
@NullMarked
package io.audiencebridge.adapter.storage;

import org.jspecify.annotations.NullMarked;
