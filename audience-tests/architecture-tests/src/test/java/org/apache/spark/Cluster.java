// SPDX-License-Identifier: Apache-2.0
package org.apache.spark;

/** Stands for Spark, which is too heavy to be downloaded for a violator. */
public interface Cluster {}
