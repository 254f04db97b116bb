// SPDX-License-Identifier: Apache-2.0
/** Campaign's bulk files: keys that a workflow extracts, members that a workflow loads. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.campaign.files;

import org.jspecify.annotations.NullMarked;
