/** Requests to open suites: files read, databases opened, sentences typed. */
@NullMarked
package dev.sluice.engine.prepare;

import org.jspecify.annotations.NullMarked;
