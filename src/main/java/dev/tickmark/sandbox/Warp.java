package dev.tickmark.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils members of a JSON object, and of those within it.
 *
 * @param kind how
 * @param member the name of the members that are spoiled; {@code each} for one of all,
 * null for all
 * @param turn chooses the one
 */
record Warp(FaultKind kind, @Nullable String member, long turn) {

	private static final String EACH = "each";

	private static final Pattern UPPER = Pattern.compile("[A-Z][A-Z_]+\\d{0,2}");

	private static final Pattern LOWER = Pattern.compile("[a-z][a-z_]+");

	/** The body, spoiled; one that is no JSON object as it is. */
	byte[] of(byte[] body) {
		ObjectNode root = Json.read(body);
		if (root == null) {
			return body;
		}
		List<Place> places = new ArrayList<>();
		collect(root, places);
		// What is within goes first, or it could no longer be reached
		chosen(places).reversed().forEach(this::spoil);
		return Json.bytes(root);
	}

	private void collect(JsonNode node, List<Place> places) {
		if (node instanceof ObjectNode object) {
			object.properties().forEach((property) -> {
				if (this.kind != FaultKind.UNKNOWN_CODE || isCode(property.getValue())) {
					places.add(new Place(object, property.getKey()));
				}
				collect(property.getValue(), places);
			});
		}
		else {
			node.forEach((element) -> collect(element, places));
		}
	}

	private List<Place> chosen(List<Place> places) {
		if (this.member == null || places.isEmpty()) {
			return places;
		}
		if (this.member.equals(EACH)) {
			return List.of(places.get((int) Math.floorMod(this.turn, (long) places.size())));
		}
		return places.stream().filter((place) -> place.name().equals(this.member)).toList();
	}

	private void spoil(Place place) {
		JsonNode value = place.object().path(place.name());
		switch (this.kind) {
			case MISSING_FIELD -> place.object().remove(place.name());
			case UNKNOWN_CODE -> {
				if (value.isArray()) {
					place.object().putArray(place.name()).add(unheard(value.path(0)));
				}
				else {
					place.object().put(place.name(), unheard(value));
				}
			}
			default -> mistype(place, value);
		}
	}

	private static void mistype(Place place, JsonNode value) {
		if (value.isString()) {
			place.object().put(place.name(), value.stringValue().length());
		}
		else if (value.isContainer()) {
			if (value.isObject()) {
				place.object().putArray(place.name()).add(value);
			}
			else {
				place.object().putObject(place.name()).set("0", value);
			}
		}
		else {
			place.object().put(place.name(), value.isNull() ? "null" : value.toString());
		}
	}

	private static String unheard(JsonNode code) {
		return LOWER.matcher(code.stringValue()).matches() ? "never_heard_of" : "NEVER_HEARD_OF";
	}

	/** Whether it is a code word, or a list of them. */
	private static boolean isCode(JsonNode value) {
		if (value.isArray() && !value.isEmpty()) {
			return value.valueStream().allMatch(Warp::isCode);
		}
		return value.isString()
				&& (UPPER.matcher(value.stringValue()).matches() || LOWER.matcher(value.stringValue()).matches());
	}

	private record Place(ObjectNode object, String name) {

	}

}
