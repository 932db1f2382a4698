/// Why a load could not be made or a promise was found broken: one sentence.
struct LoadError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
