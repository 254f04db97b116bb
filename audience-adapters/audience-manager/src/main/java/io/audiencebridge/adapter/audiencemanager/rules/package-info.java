// SPDX-License-Identifier: Apache-2.0
/** What the grammars of segment rules and of trait rules have in common: tokens, AND, OR, NOT and parentheses, and the same as JSON. */
@NullMarked
package io.audiencebridge.adapter.audiencemanager.rules;

import org.jspecify.annotations.NullMarked;
