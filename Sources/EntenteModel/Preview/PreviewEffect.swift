/// Changes at the horizon for one party, against the run without the text; bp.
package struct PreviewEffect: Hashable, Sendable {
  /// The party.
  package var state: Int
  /// SEC LAT COST INT TECH ECON.
  package var terms: [Int]
  /// NAT.
  package var national: Int
  /// Change a turn of the highest leak meter among the programmes it owns.
  package var leak: Int
  /// Change of its largest DEP on one state.
  package var dependence: Int
  /// Its largest DEP at the horizon with the text.
  package var dependenceAfter: Int
  /// Change of its treasury; $k.
  package var treasury: Int
  /// Change of its composite interoperability with the party of the highest mean ICn; bp.
  package var nearness = 0
}
