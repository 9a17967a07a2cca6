package dev.tickmark.web;

import java.util.Set;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.people.Permission;

/** Who asks: a person in a browser, or a program with a person's key. */
public sealed interface Caller permits PersonCaller, KeyCaller {

	/** The login name of the person. */
	String login();

	/** What may be done. */
	Set<Permission> permissions();

	/** As whom it is written down, coming from an address. */
	Actor from(String address);

}
