package dev.sluice.dsl.check;

import dev.sluice.dsl.source.Scalar;
import dev.sluice.dsl.syntax.Line;
import java.util.Optional;

/**
 * An expectation with the text that it came from, for diagnostics of later stages.
 *
 * @param line its syntax tree; absent for {@code schema} and {@code sql} entries
 */
public record Checked(Expectation expectation, Scalar text, Optional<Line> line) {}
