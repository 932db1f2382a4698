import Foundation

/// What documents point to exists, inside the project.
enum LinkRule {
  /// Links of Markdown documents, relative ones only.
  static func checkLinks(_ documents: [Document], exists: (String) -> Bool) -> [Finding] {
    prose(of: documents).flatMap { path, line, text in
      text.matches(of: #/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/#).compactMap { match -> Finding? in
        let target = String(match.output.1)
        let isOutside = target.contains("://") || target.hasPrefix("mailto:")
        guard !isOutside, !target.hasPrefix("#") else { return nil }
        guard let place = resolve(target, from: path) else {
          return Finding(
            path: path, line: line, message: "the link \(target) leaves the project; take it out")
        }
        guard !exists(place) else { return nil }
        return Finding(
          path: path, line: line,
          message: "the link \(target) leads to \(place), which does not exist; mend or remove it")
      }
    }
  }

  /// Paths between backquotes that begin with a folder of the project.
  static func checkPaths(_ documents: [Document], exists: (String) -> Bool) -> [Finding] {
    prose(of: documents).flatMap { path, line, text in
      text.matches(of: #/`([A-Za-z.]+\/[^`\s]*)`/#).compactMap { match -> Finding? in
        let named = String(match.output.1)
        let top = named.split(separator: "/").first.map(String.init) ?? ""
        guard Project.folders.contains(top) || top == ".ci",
          !named.contains(where: { "*<>{}…$".contains($0) }), !exists(named)
        else { return nil }
        return Finding(
          path: path, line: line,
          message: "`\(named)` does not exist; name what is there, or add it")
      }
    }
  }

  /// Where a relative target leads, counted from the root, or nil if it climbs out of the project.
  static func resolve(_ target: String, from path: String) -> String? {
    let bare = target.split(separator: "#", maxSplits: 1).first.map(String.init) ?? target
    guard !bare.hasPrefix("/"), !bare.hasPrefix("~") else { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in bare.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part.removingPercentEncoding ?? String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The lines of Markdown documents outside fenced blocks.
  private static func prose(of documents: [Document]) -> [(path: String, line: Int, text: String)] {
    documents.filter { $0.path.hasSuffix(".md") }.flatMap { document in
      var isFenced = false
      return document.lines.indices.compactMap {
        index -> (path: String, line: Int, text: String)? in
        if document.lines[index].drop(while: { $0 == " " }).hasPrefix("```") {
          isFenced.toggle()
          return nil
        }
        return isFenced ? nil : (document.path, index + 1, document.lines[index])
      }
    }
  }
}
