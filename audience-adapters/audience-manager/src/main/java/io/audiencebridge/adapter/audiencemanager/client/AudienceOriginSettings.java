// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * By which names it can be told where a segment was made, since no answer of Audience Manager says it. Letter case is ignored; a folder counts with those in it. Source:
 * Experience Cloud, "Audiences"; Audience Manager, "Audience sharing with Experience Platform"; experience-cloud.md, sections 3.1 to 3.6.
 */
@HouseValue
@Value.Immutable
public interface AudienceOriginSettings {
    /** Folders of segments of the audience library. */
    @Value.Default
    default List<String> libraryFolders() {
        return List.of("Experience Cloud Audiences");
    }

    /** Types of data sources that stand for report suites of Analytics. UNVERIFIED: the word. */
    @Value.Default
    default List<String> analyticsTypes() {
        return List.of("REPORT_SUITE");
    }

    /** Names of data sources that stand for report suites, where the type does not tell: those of the company's report suites; none by default. */
    List<String> analyticsDataSources();

    /** Folders of segments that Analytics published. UNVERIFIED: the name; documents say "the report suite's folder". */
    @Value.Default
    default List<String> analyticsFolders() {
        return List.of("Analytics", "Adobe Analytics");
    }

    /** Names of the data source of audiences that Experience Platform shares; documents have two. */
    @Value.Default
    default List<String> platformDataSources() {
        return List.of("Experience Platform Segments", "Adobe Experience Platform Audience Sharing");
    }

    /** Folders of segments that Experience Platform shares. */
    @Value.Default
    default List<String> platformFolders() {
        return List.of("Experience Platform Segments");
    }

    /** Names of Campaign's data sources. UNVERIFIED: whether Adobe names them the same everywhere. */
    @Value.Default
    default List<String> campaignDataSources() {
        return List.of(
                "Adobe Campaign Declared ID",
                "Adobe Campaign visitor ID",
                "Adobe Campaign (MID)",
                "Adobe Campaign (DeclaredId)");
    }

    /** Integration codes of Campaign's data sources. */
    @Value.Default
    default List<String> campaignCodes() {
        return List.of("AdobeCampaignID");
    }

    /** The names above. */
    static AudienceOriginSettings standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableAudienceOriginSettings.Builder {
        Builder() {}
    }
}
