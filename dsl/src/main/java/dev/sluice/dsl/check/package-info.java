/** Typing: syntax trees and tables to typed expectations. */
@NullMarked
package dev.sluice.dsl.check;

import org.jspecify.annotations.NullMarked;
