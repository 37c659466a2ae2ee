/** Sentences: the grammar, the syntax tree, the printer, errors of form. */
@NullMarked
package dev.sluice.dsl.syntax;

import org.jspecify.annotations.NullMarked;
