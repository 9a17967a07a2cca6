package dev.tickmark.web;

import java.util.List;
import java.util.Set;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import dev.tickmark.people.Permission;

/** Permissions as Spring Security knows them: by their names. */
final class Authorities {

	private Authorities() {
	}

	static List<GrantedAuthority> of(Set<Permission> permissions) {
		return permissions.stream()
			.sorted()
			.<GrantedAuthority>map((permission) -> new SimpleGrantedAuthority(permission.name()))
			.toList();
	}

}
