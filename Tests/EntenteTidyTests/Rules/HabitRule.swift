/// How tests are written: with Swift Testing, without waiting, and none put aside.
enum HabitRule {
  private static let waits: Set<String> = ["sleep", "usleep", "nanosleep"]

  static func check(_ files: [SourceFile]) -> [Finding] {
    files.filter(\.isTest).flatMap { file -> [Finding] in
      let imports = ImportRule.imports(of: file).compactMap { module, line -> Finding? in
        switch module {
        case "XCTest": file.finding(line, "write it with Swift Testing; XCTest is not run here")
        case "entente": file.finding(line, "a main is no library; test the room behind it")
        default: nil
        }
      }
      let calls = file.tokens.indices.compactMap { index -> Finding? in
        let line = file.tokens[index].line
        guard file.tokens[index].kind == .word, file.text(index + 1) == "(" else { return nil }
        if waits.contains(file.text(index)), file.text(index - 1) != "func" {
          return file.finding(line, "do not sleep: wait for the event, or move a test clock")
        }
        if file.text(index) == "disabled", file.text(index - 1) == "." {
          return file.finding(line, "mend the test or delete it; a disabled test protects nothing")
        }
        return nil
      }
      return imports + calls
    }
  }
}
