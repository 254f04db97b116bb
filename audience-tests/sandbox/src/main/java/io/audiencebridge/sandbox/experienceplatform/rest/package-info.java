// SPDX-License-Identifier: Apache-2.0
/** What all of Platform's REST services share: who may call, requests, answers, changes of documents. */
@NullMarked
package io.audiencebridge.sandbox.experienceplatform.rest;

import org.jspecify.annotations.NullMarked;
