import EntenteModel

// What a text is for, as its parties say and as a look ahead shows.
extension SessionState {
  /// A row on the declared purpose and one on what the reader would gain by it.
  func addPurpose(_ preview: PreviewResult, own: Int, to page: inout Page) {
    let reading = preview.purpose
    page.add(
      [
        Page.Field("purpose", reading.declared.rawValue),
        Page.Field("measured", reading.measured.rawValue),
      ],
      "aim   it says \(reading.declared.rawValue); what it does "
        + (reading.isKept
          ? "agrees" : "is \(reading.measured.rawValue): \(Self.words(reading.measured))"))
    guard let effect = preview.effect(on: own), let motive = DealMotive(of: effect) else { return }
    page.add(
      [
        Page.Field("threat", motive.threat.value), Page.Field("alignment", motive.alignment.value),
        Page.Field("participation", motive.participation.value),
      ],
      "gain  of what you gain, \(Shown.index(motive.threat))% is safety, "
        + "\(Shown.index(motive.alignment))% nearness to the strongest party, "
        + "\(Shown.index(motive.participation))% work and knowledge")
  }

  private static func words(_ purpose: Purpose) -> String {
    switch purpose {
    case .assure: "most of it is safety"
    case .enhance: "most of it is capability"
    case .signal: "a gesture, with no gain in safety or capability"
    }
  }
}
