// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.audiencebridge.adapter.experiencecloud.links;

import org.jspecify.annotations.NullMarked;
