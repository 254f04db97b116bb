// SPDX-License-Identifier: Apache-2.0
/** Names, manifests and rows of exported files. */
@NullMarked
package io.audiencebridge.adapter.experienceplatform.files;

import org.jspecify.annotations.NullMarked;
