package dev.tickmark.sandbox;

/** A provider that behaves in the common ways only. */
record NoSwitches() {

}
