import EntenteModel

extension Deliberation {
  /// Compares the predictions for a turn that has just been resolved.
  mutating func judgePredictions(ofTurn turn: Int) {
    for prediction in state.whiteCell.predictions where prediction.turn == turn {
      guard
        let name = try? FigureName(prediction.figure, reader: nil, in: state.scenario),
        state.isPredictable(name, for: prediction.state),
        let actual = Figures.value(name, in: state.world, scenario: state.scenario)
      else { continue }
      let judgement = Judgement(
        prediction: prediction, actual: actual,
        accuracy: Self.accuracy(of: prediction.value, for: actual, unit: name.word.unit))
      emit(.states([prediction.state]), .desk(.predictionJudged(judgement)))
    }
  }

  /// 10000 for a hit, less by twice the error: in bp for indices, relative for money; a count is
  /// right or wrong.
  static func accuracy(of predicted: Int, for actual: Int, unit: FigureUnit) -> BasisPoints {
    let (difference, overflow) = predicted.subtractingReportingOverflow(actual)
    if overflow { return 0 }
    let error = difference.magnitude
    switch unit {
    case .count: return error == 0 ? 10_000 : 0
    case .points: return BasisPoints(10_000 - Int(min(10_000, 2 * min(error, 10_000))))
    default:
      // From half of what it is, nothing is left; and what is left fits every product.
      let whole = UInt(max(1, actual))
      if error >= whole { return 0 }
      guard error <= UInt(Int.max / 40_000) else { return 0 }
      return BasisPoints(10_000 - min(10_000, rdiv(20_000 * Int(error), Int(whole))))
    }
  }
}
