package dev.sluice.engine.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL of one database with the values to bind, in the order of its question marks. Values are of
 * the classes that {@code dsl.type.Type.Family} names.
 */
public record Statement(String sql, List<@Nullable Object> parameters) {}
