/** One class a subcommand: takes options and files, calls the module that does the work, prints. */
@NullMarked
package org.tallywire.standalone.command;

import org.jspecify.annotations.NullMarked;
