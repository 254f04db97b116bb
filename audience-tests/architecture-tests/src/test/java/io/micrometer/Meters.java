// SPDX-License-Identifier: Apache-2.0
package io.micrometer;

/** Stands for Micrometer, of which a violator needs no more than the package. */
public interface Meters {}
