// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/** Where on the way that members take a precondition stands, from the start; what is broken earlier is the cause of what is missing later. */
public enum Stage {
    /** The system can be reached and lets the caller in. */
    SIGN_IN,
    /** The account may do what the sharing needs. */
    ROLES,
    /** Packages are installed, and external accounts lead somewhere. */
    INTEGRATION,
    /** Both sides mean the same data source, of the same kind, key and form. */
    DATA_SOURCE,
    /** The list that members leave is there, is of people, and holds somebody. */
    LIST,
    /** Whoever carries the members works: a workflow runs, a bucket can be reached. */
    CARRIER,
    /** What they are carried to lets them in: trait, segment, mapping, destination, merge rule. */
    AUDIENCE,
    /** The files have arrived, whole and well named. */
    FILES,
    /** The people have ids by which they can be matched. */
    PEOPLE,
    /** The run did its part. */
    RUN
}
