// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** A part of a row template. */
sealed interface TemplatePart {
    /**
     * Characters that stand in every row.
     *
     * @param text at least one
     */
    record Literal(String text) implements TemplatePart {}

    /**
     * What a macro puts there.
     *
     * @param name such as {@code SEGMENT_LIST} or {@code seg.sid}
     * @param variable the name of an element, where the macro says how elements look
     * @param item how an element looks; empty when the macro does not say
     * @param options such as {@code separator}
     */
    record Macro(String name, Option<String> variable, Seq<TemplatePart> item, Map<String, String> options)
            implements TemplatePart {}

    /**
     * What stands there under a condition.
     *
     * @param condition whether the lists have elements
     * @param then if so
     * @param otherwise if not
     */
    record Choice(TemplateCondition condition, Seq<TemplatePart> then, Seq<TemplatePart> otherwise)
            implements TemplatePart {}
}
