/** What tests of several rooms share, and the tests of the whole. */
package dev.tickmark;
