// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TagsTest {
    private static final Instant MODIFIED = Instant.ofEpochMilli(1_700_000_000_123L);

    @Test
    void a_listed_object_is_told_by_its_etag_without_quotes() {
        assertThat(Tags.listed("\"abc-2\"", 7, MODIFIED)).isEqualTo("abc-2");
    }

    @Test
    void a_store_that_lists_an_object_without_etag_breaks_nothing() {
        assertThat(Tags.listed(null, 7, MODIFIED))
                .isEqualTo("untagged-7-1700000000123")
                .isNotEqualTo(Tags.listed(null, 8, MODIFIED));
    }
}
