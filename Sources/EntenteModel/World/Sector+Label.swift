extension Sector {
  /// What the code stands for, in words.
  package var label: String {
    switch self {
    case .mun: "munitions"
    case .amd: "air and missile defence"
    case .str: "long-range strike"
    case .uas: "uncrewed systems"
    case .nav: "maritime"
    case .isr: "sensing, command and data"
    }
  }
}
