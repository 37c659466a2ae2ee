package dev.sluice.engine.suggest;

/**
 * A line that the data meets.
 *
 * @param sentence in the one spelling
 * @param evidence what was seen, without any value of the data
 */
record Suggestion(String sentence, String evidence) {}
