// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.util.Locale;

/** The use cases of the matrix. */
enum Use {
    SHARE,
    IMPORT,
    RECEIVE,
    SYNC,
    LINK,
    BROWSE,
    TRACK,
    SHARE_ENCRYPTED,
    RECEIVE_ENCRYPTED;

    /** One that has done nothing yet. */
    UseCase made() {
        return switch (this) {
            case SHARE -> new Sharing();
            case IMPORT -> new Importing();
            case RECEIVE -> new Receiving(false);
            case SYNC -> new Syncing();
            case LINK -> new Linking();
            case BROWSE -> new Browsing();
            case TRACK -> new Tracking();
            case SHARE_ENCRYPTED -> new SharingEncrypted();
            case RECEIVE_ENCRYPTED -> new Receiving(true);
        };
    }

    /** Whether its files are encrypted; then what is of interest is the key alone. */
    boolean isEncrypted() {
        return this == SHARE_ENCRYPTED || this == RECEIVE_ENCRYPTED;
    }

    /** What it is called in the table. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace("_encrypted", "/pgp");
    }
}
