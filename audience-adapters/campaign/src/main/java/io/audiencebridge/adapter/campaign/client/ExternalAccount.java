// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An external account without its secrets ({@code nms:extAccount}). */
@HouseValue
@Value.Immutable
public interface ExternalAccount {
    /** Its id. */
    String id();

    /** Its internal name, such as {@code importSharedAudience}. */
    String name();

    /** Its title, for people. */
    String label();

    /** Whether it is enabled; a workflow that needs a disabled one fails. */
    boolean active();

    /** Campaign's code of its type. UNVERIFIED: the codes of SFTP and S3. */
    int type();

    /** The server as the form shows it; possibly empty text. */
    String server();

    /** Where files travel, if the server is a bucket of S3. */
    Optional<BucketPlace> bucket();

    /** Whether files are encrypted by the server. */
    boolean serverSideEncryption();

    /** The organisation of an account for IMS; possibly empty text. */
    String organisation();

    /** The server of IMS; possibly empty text. */
    String imsServer();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds accounts. */
    final class Builder extends ImmutableExternalAccount.Builder {
        Builder() {}
    }
}
