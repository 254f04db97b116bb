// SPDX-License-Identifier: Apache-2.0
/** Audience Manager's batch files: inbound files that put members in, outbound files that tell who is in. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager.files;

import org.jspecify.annotations.NullMarked;
