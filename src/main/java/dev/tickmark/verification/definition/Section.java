package dev.tickmark.verification.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import dev.tickmark.payee.Nearest;

/**
 * A part of a job definition that has keys. Each is asked for by its name; what nobody
 * asked for is unknown, and an error. Values are taken as they are written: in YAML a
 * {@code no} would be a truth value, in a list of countries it is Norway.
 */
final class Section {

	/** A definition is written by a person. */
	private static final int LONGEST = 200_000;

	private final String file;

	private final String name;

	private final Mark place;

	private final Map<String, Node> keys = new LinkedHashMap<>();

	private final Map<String, Mark> places = new LinkedHashMap<>();

	private final Set<String> known = new TreeSet<>();

	private Section(String file, String name, MappingNode node) throws BadDefinition {
		this.file = file;
		this.name = name;
		this.place = node.getStartMark();
		for (NodeTuple entry : node.getValue()) {
			Mark at = entry.getKeyNode().getStartMark();
			if (!(entry.getKeyNode() instanceof ScalarNode key)) {
				throw new BadDefinition(file, at, "a key is expected here, a single word.");
			}
			if (this.keys.put(key.getValue(), entry.getValueNode()) != null) {
				throw new BadDefinition(file, at, "the key " + key.getValue() + " is there twice. Remove one of them.");
			}
			this.places.put(key.getValue(), at);
		}
	}

	/**
	 * Reads the text of a definition.
	 * @param file the name of its file, for messages
	 */
	static Section read(String file, String text) throws BadDefinition {
		return new Section(file, "", keys(file, text));
	}

	/** The keys of a definition with what is below them, as they are written. */
	static MappingNode keys(String file, String text) throws BadDefinition {
		LoaderOptions bounds = new LoaderOptions();
		bounds.setCodePointLimit(LONGEST);
		bounds.setMaxAliasesForCollections(20);
		bounds.setNestingDepthLimit(20);
		try {
			Node root = new Yaml(bounds).compose(new StringReader(text));
			if (root instanceof MappingNode mapping) {
				return mapping;
			}
			throw new BadDefinition(file,
					"no keys are in it. A job definition has keys such as input, routing, reports.");
		}
		catch (MarkedYAMLException ex) {
			throw new BadDefinition(file, ex.getProblemMark(),
					"this is not YAML: " + ex.getProblem() + ". Mind the indentation and the quotes.");
		}
		catch (YAMLException ex) {
			throw new BadDefinition(file, "this is not YAML that can be read: " + ex.getMessage());
		}
	}

	/** A part with keys of its own; null when it is not there. */
	@Nullable Section section(String key) throws BadDefinition {
		Node node = find(key);
		if (node == null) {
			return null;
		}
		if (node instanceof MappingNode mapping) {
			return new Section(this.file, path(key), mapping);
		}
		throw new BadDefinition(this.file, node.getStartMark(), path(key) + ": keys are expected below it.");
	}

	/** The parts of a list; none when it is not there. */
	List<Section> sections(String key) throws BadDefinition {
		Node node = find(key);
		List<Section> sections = new ArrayList<>();
		if (node == null) {
			return sections;
		}
		if (!(node instanceof SequenceNode list)) {
			throw new BadDefinition(this.file, node.getStartMark(),
					path(key) + ": a list is expected, each entry begun with a hyphen.");
		}
		for (Node entry : list.getValue()) {
			if (!(entry instanceof MappingNode mapping)) {
				throw new BadDefinition(this.file, entry.getStartMark(),
						path(key) + ": each entry of the list needs keys of its own.");
			}
			sections.add(new Section(this.file, path(key), mapping));
		}
		return sections;
	}

	/** A single value; null when it is not there. */
	@Nullable Value value(String key) throws BadDefinition {
		Node node = find(key);
		return (node != null) ? value(key, node) : null;
	}

	/** A single value that must be there. */
	Value require(String key) throws BadDefinition {
		Value value = value(key);
		if (value == null) {
			throw new BadDefinition(this.file, this.place, "the key " + path(key) + " is missing.");
		}
		return value;
	}

	/** One value or a list of them; none when it is not there. */
	List<Value> values(String key) throws BadDefinition {
		Node node = find(key);
		if (node == null) {
			return List.of();
		}
		if (!(node instanceof SequenceNode list)) {
			return List.of(value(key, node));
		}
		List<Value> values = new ArrayList<>();
		for (Node entry : list.getValue()) {
			values.add(value(key, entry));
		}
		if (values.isEmpty()) {
			throw new BadDefinition(this.file, node.getStartMark(), path(key) + ": the list is empty.");
		}
		return values;
	}

	/** Whether a key has keys below it, and not a value. */
	boolean isSection(String key) {
		return this.keys.get(key) instanceof MappingNode;
	}

	/** The keys that are there, in their order. */
	List<String> keys() {
		return List.copyOf(this.keys.keySet());
	}

	boolean has(String key) {
		this.known.add(key);
		return this.keys.containsKey(key);
	}

	/** What is wrong with this part as a whole. */
	BadDefinition wrong(String what) {
		return new BadDefinition(this.file, this.place, what);
	}

	/** What is wrong at a key. */
	BadDefinition wrong(String key, String what) {
		return new BadDefinition(this.file, this.places.getOrDefault(key, this.place), what);
	}

	/** Everything was asked for: what is left is unknown. */
	void end() throws BadDefinition {
		for (String key : this.keys.keySet()) {
			if (!this.known.contains(key)) {
				String where = this.name.isEmpty() ? "a job definition" : this.name;
				String near = this.known.stream()
					.min(Comparator.comparingInt((name) -> Nearest.distance(key, name)))
					.filter((name) -> Nearest.isNear(key, name))
					.map((name) -> " Perhaps " + name + " is meant.")
					.orElse("");
				throw wrong(key, "there is no key " + key + " in " + where + "; there are: "
						+ String.join(", ", this.known) + "." + near);
			}
		}
	}

	private @Nullable Node find(String key) {
		this.known.add(key);
		return this.keys.get(key);
	}

	private Value value(String key, Node node) throws BadDefinition {
		if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
			return new Value(this.file, path(key), scalar.getValue(), scalar.getStartMark());
		}
		throw new BadDefinition(this.file, node.getStartMark(), path(key) + ": a value is expected.");
	}

	private String path(String key) {
		return this.name.isEmpty() ? key : this.name + "." + key;
	}

}
