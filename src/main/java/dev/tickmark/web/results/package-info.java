/** What came of a run: its rows, the story of each, its reports and its links. */
@NullMarked
package dev.tickmark.web.results;

import org.jspecify.annotations.NullMarked;
