package dev.tickmark.sandbox;

/**
 * A payee that chooses the answer.
 *
 * @param <R> the provider's answers
 * @param ending the last four characters of the number that the question is about
 * @param word a word in the name that does the same, in lower case; empty when none does
 * @param course how the answer arrives
 * @param report the answer
 * @param meaning what a person may expect, in a few words
 */
record Marker<R extends Enum<R>>(String ending, String word, Course course, R report, String meaning) {

}
