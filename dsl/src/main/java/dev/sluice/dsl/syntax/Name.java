package dev.sluice.dsl.syntax;

import dev.sluice.dsl.source.Span;

/**
 * An identifier as written. In double quotes ({@code quoted}) its case is exact and it may hold any
 * character; {@code text} is without the quotes.
 */
public record Name(String text, boolean quoted, Span span) {}
