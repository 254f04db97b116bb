// SPDX-License-Identifier: Apache-2.0
/** Audience Manager's REST API: calls, answers, and every kind of thing that it keeps. Of the adapter alone. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager.rest;

import org.jspecify.annotations.NullMarked;
