/** MariaDB. */
@NullMarked
package dev.sluice.connectors.mariadb;

import org.jspecify.annotations.NullMarked;
