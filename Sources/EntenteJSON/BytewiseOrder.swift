/// The order and the equality of canonical JSON: texts compare by their UTF-8 bytes. Swift's own
/// `<` and `==` on strings follow Unicode equivalence, which is right for names and wrong here.
package enum BytewiseOrder {
  /// Whether `left` stands strictly before `right`.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether both have the same bytes.
  package static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }
}
