/// The five families of clauses; a group of EQ28 needs two.
package enum ClauseFamily: String, CaseIterable, Sendable, Codable { case ind, tec, ops, inf, fin }
