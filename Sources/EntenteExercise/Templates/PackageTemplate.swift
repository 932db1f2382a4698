import EntenteJSON

/// A new exercise to begin with: the files to write, as they should stand in an empty folder.
package enum PackageTemplate {
  /// A copy of `original` under the name `id`, with all cards it uses of the library, so that it
  /// stands alone wherever it is put.
  package static func copy(of original: ExercisePackage, id: String) -> [ExercisePackage.File] {
    original.files.map { file in
      guard file.path == PackageFile.exercise else { return withEditorLine(file) }
      let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      var bytes: [UInt8] = []
      for (number, line) in lines.enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: "\n")) }
        bytes += line.starts(with: Array("id:".utf8)) ? Array("id: \(id)".utf8)[...] : line
      }
      return withEditorLine(ExercisePackage.File(path: file.path, bytes: bytes))
    } + schemas
  }

  /// The least exercise that can be played, with a word of advice at every turn.
  package static func blank(id: String) -> [ExercisePackage.File] {
    let texts = BlankPackage.texts(id: id).map {
      ExercisePackage.File(path: $0.path, bytes: Array($0.text.utf8))
    }
    return texts.map(withEditorLine) + schemas
  }

  /// True for a word that may be the id of an exercise.
  package static func isID(_ word: String) -> Bool { Wording.isName(word) }

  /// What editors read to know the keys.
  package static var schemas: [ExercisePackage.File] {
    ReferenceFile.allCases.map { file in
      ExercisePackage.File(
        path: "\(ReferenceFile.schemaFolder)/\(file.rawValue).json",
        bytes: file.schema.canonicalBytes + [UInt8(ascii: "\n")])
    }
  }

  private static func withEditorLine(_ file: ExercisePackage.File) -> ExercisePackage.File {
    guard let kind = ReferenceFile.allCases.first(where: { $0.path == file.path }) else {
      return file
    }
    let line = Array(kind.editorLine.utf8)
    if file.bytes.starts(with: line) { return file }
    return ExercisePackage.File(path: file.path, bytes: line + file.bytes)
  }
}
