/** How relational algebra is built of expressions and written as SQL. */
@NullMarked
package dev.sluice.engine.sql.internal;

import org.jspecify.annotations.NullMarked;
