/** How the keys and texts of a YAML file are found, each with its place. */
@NullMarked
package dev.sluice.dsl.yaml.internal;

import org.jspecify.annotations.NullMarked;
