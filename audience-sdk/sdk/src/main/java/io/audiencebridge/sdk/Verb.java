// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import java.util.Locale;

/** The use cases by the words under which observers hear of them; observability.md lists them. */
enum Verb {
    BROWSE,
    SHARE,
    IMPORT,
    RECEIVE,
    SYNC,
    LINK,
    OPT_OUT,
    FORECAST,
    PREVIEW,
    DIAGNOSE,
    EXPLAIN,
    TRACK,
    TIMELINE,
    RUNS,
    RESUME,
    RESUME_DUE,
    SHARE_IF_NEWER,
    IMPORT_IF_NEWER,
    RECEIVE_IF_NEWER,
    PURGE,
    PURGE_RECIPIENT_INDEX;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
