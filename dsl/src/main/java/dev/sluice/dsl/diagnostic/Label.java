package dev.sluice.dsl.diagnostic;

import dev.sluice.dsl.source.Span;

/**
 * A second place that explains a diagnostic, underlined with dashes; the span counts in the file.
 */
public record Label(Span span, String text) {}
