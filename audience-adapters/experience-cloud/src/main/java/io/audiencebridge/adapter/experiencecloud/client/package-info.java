// SPDX-License-Identifier: Apache-2.0
/**
 * Visitor ids as browsers and servers hand them around: the ID service's calls, the AMCV and related cookies, the {@code adobe_mc} parameter, customer ids with their
 * authentication states. Everything that reads foreign text answers with a value, whatever the text is.
 */
@NullMarked
package io.audiencebridge.adapter.experiencecloud.client;

import org.jspecify.annotations.NullMarked;
