// SPDX-License-Identifier: Apache-2.0
/** Audience Manager's REST API: data sources, traits, segments, destinations and their mappings. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager.rest;

import org.jspecify.annotations.NullMarked;
