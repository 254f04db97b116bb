// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What an exchange holds of a destination's deliveries, without their rows.
 *
 * @param files how many files were looked at
 * @param unread names of some files that do not follow the destination's template
 * @param increments how many deliveries hold changes only
 * @param newest the newest delivery that holds everybody
 * @param missingDays days of the last eight on which a delivery was due between two others and is not there
 */
public record DeliverySurvey(
        int files, Seq<String> unread, int increments, Option<Newest> newest, Seq<LocalDate> missingDays) {
    /**
     * The newest full delivery.
     *
     * @param name its name, without part and ending
     * @param at its stamp
     * @param master the data source of the ids in its rows, where the name tells
     * @param bytes all its files, packed
     * @param missing what has not arrived of it, for people
     */
    public record Newest(String name, Instant at, OptionalLong master, long bytes, Option<String> missing) {}
}
