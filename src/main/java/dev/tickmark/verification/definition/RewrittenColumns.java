package dev.tickmark.verification.definition;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import dev.tickmark.intake.Source;
import dev.tickmark.payee.Column;

/** The text of a definition with other columns in place of its own. */
final class RewrittenColumns {

	private static final String INPUT = "input";

	private static final String COLUMNS = "columns";

	private RewrittenColumns() {
	}

	/** The text; of what is written beside the keys, only comments are lost. */
	static String in(JobDefinition job, Map<Column, Source> sources) throws BadDefinition {
		MappingNode root = Section.keys(job.name(), job.text());
		List<NodeTuple> keys = new ArrayList<>();
		List<NodeTuple> input = new ArrayList<>();
		for (NodeTuple entry : root.getValue()) {
			if (!is(entry, INPUT)) {
				keys.add(entry);
			}
			else if (entry.getValueNode() instanceof MappingNode section) {
				section.getValue().stream().filter((key) -> !is(key, COLUMNS)).forEach(input::add);
			}
		}
		List<NodeTuple> columns = sources.entrySet()
			.stream()
			.map((entry) -> new NodeTuple(plain(entry.getKey().header()), node(entry.getValue())))
			.toList();
		input.add(new NodeTuple(plain(COLUMNS), block(columns)));
		keys.add(new NodeTuple(plain(INPUT), block(input)));
		return "# The definition " + job.name() + ", with the columns that were chosen for a file\n"
				+ written(block(keys));
	}

	private static boolean is(NodeTuple entry, String key) {
		return entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key);
	}

	private static Node node(Source source) {
		return switch (source) {
			case Source.Named named -> new SequenceNode(Tag.SEQ,
					named.names().stream().<Node>map(RewrittenColumns::quoted).toList(), FlowStyle.FLOW);
			case Source.Like like -> one("pattern", quoted(like.form().pattern()));
			case Source.At at -> one("position", plain(String.valueOf(at.position())));
			case Source.Fixed fixed -> one("value", quoted(fixed.value()));
			case Source.Nowhere _ -> one("position", plain(InputSection.NOWHERE));
		};
	}

	private static Node one(String key, Node value) {
		return new MappingNode(Tag.MAP, List.of(new NodeTuple(plain(key), value)), FlowStyle.FLOW);
	}

	private static MappingNode block(List<NodeTuple> entries) {
		return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
	}

	/** A word or a number, which mean themselves. */
	private static ScalarNode plain(String word) {
		Tag tag = word.chars().allMatch(Character::isDigit) ? Tag.INT : Tag.STR;
		return new ScalarNode(tag, word, null, null, ScalarStyle.PLAIN);
	}

	private static ScalarNode quoted(String text) {
		return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.DOUBLE_QUOTED);
	}

	private static String written(Node root) {
		DumperOptions options = new DumperOptions();
		// a long name in quotes would be folded, and read again with other blanks
		options.setWidth(Integer.MAX_VALUE);
		options.setSplitLines(false);
		options.setAllowUnicode(true);
		StringWriter text = new StringWriter();
		new Yaml(options).serialize(root, text);
		return text.toString();
	}

}
