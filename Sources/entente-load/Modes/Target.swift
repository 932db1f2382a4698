/// A running server and the right to set up sessions on it.
struct Target: Sendable {
  var endpoint: Endpoint
  var token: String
  /// Its process, where memory and processor time are to be read.
  var process: Int?

  init(_ options: Options) throws(LoadError) {
    endpoint = try options.requiredEndpoint("server")
    token = try options.required("token")
    process = try options.text("pid") == nil ? nil : options.number("pid", default: 0)
  }
}

/// How long a run warms up and how long it counts, in milliseconds.
struct Span: Sendable {
  var warm = 500
  var measured = 3000
}
