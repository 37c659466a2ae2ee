package dev.sluice.engine.suggest;

import dev.sluice.dsl.syntax.Line;

/**
 * A line that the data meets.
 *
 * @param line its tree
 * @param sentence in the one spelling
 * @param evidence what was seen, without any value of the data
 */
record Suggestion(Line line, String sentence, String evidence) {}
