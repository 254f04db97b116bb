// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.Definitions;
import io.audiencebridge.sandbox.audiencemanager.profiles.Population;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import io.audiencebridge.sandbox.s3.ObjectStore;

/**
 * What the files are about and where they lie.
 *
 * @param definitions what the company defined
 * @param destinations where files go
 * @param profiles who is known
 * @param population who is in a segment
 * @param objects the buckets
 * @param inbound the name of the bucket that is read
 * @param outbound the name of the bucket that is written
 */
public record Outside(
        Definitions definitions,
        Destinations destinations,
        Profiles profiles,
        Population population,
        ObjectStore objects,
        String inbound,
        String outbound) {}
