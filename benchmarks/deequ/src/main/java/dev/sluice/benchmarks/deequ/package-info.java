/** The checks of the benchmarks, written for Deequ. */
package dev.sluice.benchmarks.deequ;
