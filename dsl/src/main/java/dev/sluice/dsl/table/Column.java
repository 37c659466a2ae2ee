package dev.sluice.dsl.table;

import dev.sluice.dsl.type.Type;

/**
 * A column as the catalogue has it.
 *
 * @param name in the catalogue's spelling
 * @param nativeType the database's own name of the type
 * @param nullable what the catalogue says; never relied on when judging
 */
public record Column(String name, Type type, String nativeType, boolean nullable) {}
