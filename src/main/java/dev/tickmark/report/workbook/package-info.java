/** The results as a workbook, for people who open files by a double click. */
@NullMarked
package dev.tickmark.report.workbook;

import org.jspecify.annotations.NullMarked;
