package dev.sluice.engine.connector;

import java.util.Optional;

/**
 * Something that was noticed about a declared file, such as a column that is text because of one
 * value.
 *
 * @param table the name under which the file was declared
 * @param column the column it is about, if it is about one
 * @param message in words for people
 * @param discreet the same without a value of the file
 */
public record FileNote(String table, Optional<String> column, String message, String discreet) {}
