/** Suite files: YAML read with the place of every scalar; no meaning yet. */
@NullMarked
package dev.sluice.dsl.yaml;

import org.jspecify.annotations.NullMarked;
