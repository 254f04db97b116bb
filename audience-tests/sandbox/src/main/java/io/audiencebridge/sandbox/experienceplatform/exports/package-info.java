// SPDX-License-Identifier: Apache-2.0
/** What destinations write on their schedules: rows, names, parts, manifests, and how files arrive. */
@NullMarked
package io.audiencebridge.sandbox.experienceplatform.exports;

import org.jspecify.annotations.NullMarked;
