// SPDX-License-Identifier: Apache-2.0
/** The calls of the ID service: addresses, answers, and what its codes become. */
@NullMarked
package io.audiencebridge.adapter.experiencecloud.idservice;

import org.jspecify.annotations.NullMarked;
