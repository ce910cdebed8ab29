package io.safeupdate.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes a tree of the parser's graph: follows aliases, merges {@code <<}, finds duplicate keys. */
final class YamlTree {
  /** Some aliases to aliases can stand for more values than there is memory. */
  private static final int MOST_NODES = 20_000;

  private final Problems problems;
  private final Set<Node> ancestors = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  YamlTree(Problems problems) {
    this.problems = problems;
  }

  /**
   * @throws ConfigException when an alias leads to itself, or there are too many values
   */
  YamlNode tree(Node root) {
    return tree(root, KeyPath.ROOT);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private YamlNode tree(Node node, KeyPath key) {
    enter(node, key);
    YamlNode tree = convert(node, key);
    ancestors.remove(node);
    return tree;
  }

  private void enter(Node node, KeyPath key) {
    if (!ancestors.add(node)) {
      throw fatal(node, key, "an alias leads back to itself");
    }
    if (++nodes > MOST_NODES) {
      throw fatal(node, key, "the file stands for more than " + MOST_NODES + " values");
    }
    if (!node.getTag().startsWith(Tag.PREFIX)) {
      report(node, key, "the tag " + Shown.printable(node.getTag().getValue()) + " has no meaning");
    }
  }

  private YamlNode convert(Node node, KeyPath key) {
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, key);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence(sequence, key);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new YamlNode.Scalar(
        scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, line(node));
  }

  private YamlNode sequence(SequenceNode node, KeyPath key) {
    List<YamlNode> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      items.add(tree(item, key.item(items.size())));
    }
    return new YamlNode.Sequence(items, line(node));
  }

  private YamlNode.Mapping mapping(MappingNode node, KeyPath key) {
    Map<String, YamlNode.Member> members = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merged.add(tuple.getValueNode());
      } else if (tuple.getKeyNode() instanceof ScalarNode name) {
        add(members, key.child(name.getValue()), tuple);
      } else {
        report(tuple.getKeyNode(), key, "a key must be a single word");
      }
    }
    merged.forEach(source -> merge(members, source, key));
    return new YamlNode.Mapping(members, line(node));
  }

  private void add(Map<String, YamlNode.Member> members, KeyPath key, NodeTuple tuple) {
    String name = ((ScalarNode) tuple.getKeyNode()).getValue();
    int line = line(tuple.getKeyNode());
    YamlNode.Member member = new YamlNode.Member(tree(tuple.getValueNode(), key), line);
    if (members.containsKey(name)) {
      String first = "is here twice, first on line " + members.get(name).line();
      problems.report(Place.at(line, key), first, "keep one of the two");
    }
    members.put(name, member);
  }

  /** What is written out wins over what is merged, and an earlier source over a later one. */
  private void merge(Map<String, YamlNode.Member> members, Node source, KeyPath key) {
    List<Node> sources =
        source instanceof SequenceNode several ? several.getValue() : List.of(source);
    for (Node one : sources) {
      if (tree(one, key) instanceof YamlNode.Mapping mapping) {
        mapping.members().forEach(members::putIfAbsent);
      } else {
        report(one, key, "`<<` can only merge mappings");
      }
    }
  }

  private void report(Node node, KeyPath key, String message) {
    problems.report(Place.at(line(node), key), message, "see docs/configuration.md");
  }

  private ConfigException fatal(Node node, KeyPath key, String message) {
    return problems.fatal(Place.at(line(node), key), message, "write it without aliases");
  }
}
