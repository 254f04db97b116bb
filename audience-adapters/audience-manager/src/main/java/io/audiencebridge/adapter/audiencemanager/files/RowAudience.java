// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

/**
 * What is looked for in rows.
 *
 * @param idMacro the macro whose ids are wanted
 * @param dataSource of which, where the macro gives ids of several
 * @param segment who is in it
 */
record RowAudience(String idMacro, long dataSource, MappedSegment segment) {
    boolean wants(String macro) {
        return macro.equals(idMacro);
    }
}
