// SPDX-License-Identifier: Apache-2.0
package org.springframework;

/** Stands for Spring, of which a violator needs no more than the package. */
public interface Container {}
