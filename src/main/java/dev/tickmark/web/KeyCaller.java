package dev.tickmark.web;

import java.util.Set;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.people.KeyHolder;
import dev.tickmark.people.Permission;

/** A program with an API key. */
record KeyCaller(KeyHolder holder) implements Caller {

	@Override
	public String login() {
		return this.holder.owner().login();
	}

	@Override
	public Set<Permission> permissions() {
		return this.holder.permissions();
	}

	@Override
	public Actor from(String address) {
		return this.holder.from(address);
	}

	@Override
	public String toString() {
		return "a key of " + login();
	}

}
