import Yams

/// Reads the text of a YAML file into nodes with places. Whatever the bytes, it ends soon and never
/// stops the program.
package enum YAMLTree {
  /// Values one file may hold, aliases written out.
  package static let nodesMax = 50_000
  /// Levels of lists and maps.
  package static let depthMax = 16

  /// The root of `text`, nil if there is none, and what is wrong with it.
  package static func parse(_ text: String, file: String) -> (root: YAMLNode?, findings: [Finding])
  {
    if let finding = YAMLGuard.finding(in: text, file: file) { return (nil, [finding]) }
    do {
      // The basic resolver leaves every word a word; units and types are ours to judge.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return (
          nil, [Finding(.error, file: file, name: "empty-file", "There is nothing in this file.")]
        )
      }
      var walk = YAMLWalk(file: file)
      let node = walk.node(root, depth: 0)
      return (walk.isWhole ? node : nil, walk.findings)
    } catch {
      return (nil, [YAMLProblem.finding(for: error, text: text, file: file)])
    }
  }
}

/// Turns the parser's nodes into ours, counting as it goes.
private struct YAMLWalk {
  let file: String
  var findings: [Finding] = []
  var isWhole = true
  private var count = 0

  init(file: String) { self.file = file }

  mutating func node(_ node: Node, depth: Int) -> YAMLNode? {
    count += 1
    guard count <= YAMLTree.nodesMax else {
      give(up: node, "too-large", "This file holds more than \(YAMLTree.nodesMax) values.")
      return nil
    }
    guard depth < YAMLTree.depthMax else {
      give(up: node, "too-deep", "Lists and maps stand more than \(YAMLTree.depthMax) deep here.")
      return nil
    }
    switch node {
    case .scalar(let scalar): return made(.scalar(scalar.string), node, style: scalar.style)
    case .sequence(let sequence):
      var members: [YAMLNode] = []
      for member in sequence {
        guard isWhole, let next = self.node(member, depth: depth + 1) else { return nil }
        members.append(next)
      }
      return made(.list(members), node)
    case .mapping(let mapping): return map(mapping, node, depth: depth)
    case .alias: return made(.scalar(""), node)
    }
  }

  private mutating func map(_ mapping: Node.Mapping, _ node: Node, depth: Int) -> YAMLNode? {
    var entries: [YAMLEntry] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else {
        report(key, "refused-key", "Keys are plain words here.")
        continue
      }
      guard isWhole, let next = self.node(value, depth: depth + 1) else { return nil }
      entries.append(
        YAMLEntry(
          key: name.string, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1, value: next))
    }
    return made(.map(entries), node)
  }

  private func made(
    _ content: YAMLNode.Content, _ node: Node, style: Node.Scalar.Style = .any
  ) -> YAMLNode {
    let column = node.mark?.column ?? 1
    var made = YAMLNode(content, line: node.mark?.line ?? 1, column: column)
    switch style {
    case .plain: made.textColumn = column
    case .singleQuoted, .doubleQuoted: made.textColumn = column + 1
    case .any, .literal, .folded: break
    }
    return made
  }

  private mutating func give(up node: Node, _ name: String, _ sentence: String) {
    if isWhole { report(node, name, sentence) }
    isWhole = false
  }

  private mutating func report(_ node: Node, _ name: String, _ sentence: String) {
    findings.append(
      Finding(
        .error, file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, name: name,
        sentence))
  }
}
