package dev.tickmark.sandbox;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be switched in PaySway alone.
 *
 * @param generation the form of its contract
 */
record PayswaySwitches(@DefaultValue("C") Generation generation) {

}
