// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

/**
 * Watches a recipient list row by row while others write it: proves that a replacement left no hole. Safe for use by several threads; counts from the moment it was
 * set up.
 */
public interface MembershipWatch {
    /** How many of the watched recipients are in the list now. */
    int present();

    /** The fewest of the watched recipients that were in the list at once, looked at after every written row. */
    int fewestPresent();

    /** The fewest members that the list had, watched or not. */
    int fewestMembers();

    /** How many rows were written or removed; a workflow that replaces all members in one transaction counts once. */
    long changes();
}
