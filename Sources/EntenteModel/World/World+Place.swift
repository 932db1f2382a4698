extension World {
  /// Puts a deal where it belongs: in order of conclusion, deals that are only signed after those.
  package mutating func place(_ deal: Deal) {
    let known = deals.firstIndex { $0.id == deal.id }
    if let known, (deals[known].concludedTurn == nil) == (deal.concludedTurn == nil) {
      deals[known] = deal
      return
    }
    if let known { deals.remove(at: known) }
    let concluded = deals.firstIndex { $0.concludedTurn == nil } ?? deals.endIndex
    deals.insert(deal, at: deal.concludedTurn == nil ? deals.endIndex : concluded)
  }

  /// Puts a line where it belongs: ascending by state, then programme.
  package mutating func place(_ line: Line) {
    if let known = lines.firstIndex(where: {
      $0.state == line.state && $0.programme == line.programme
    }) {
      lines[known] = line
      return
    }
    let next = lines.firstIndex { ($0.state, $0.programme) > (line.state, line.programme) }
    lines.insert(line, at: next ?? lines.endIndex)
  }

  /// The deal of that id, if it was ever signed.
  package func deal(_ id: DealID) -> Deal? { deals.first { $0.id == id } }
}
