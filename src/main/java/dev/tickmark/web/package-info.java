/**
 * What all pages have in common: who is there and what that person may do, the frame
 * around a page, and what is said when something is wrong. The pages are in the packages
 * below.
 */
@NullMarked
package dev.tickmark.web;

import org.jspecify.annotations.NullMarked;
