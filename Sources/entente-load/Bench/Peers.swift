/// The programs that a bench compares with, each already running on this machine.
struct Peers: Sendable {
  var target: Target
  var redis: (endpoint: Endpoint, process: Int)
  var nats: (endpoint: Endpoint, process: Int)
  /// The data folder of the server.
  var data: String
  /// A folder with the first exercise.
  var exercise: String

  init(_ options: Options) throws(LoadError) {
    target = try Target(options)
    redis = (
      try options.requiredEndpoint("redis"), try options.number("redis-pid", default: 0)
    )
    nats = (try options.requiredEndpoint("nats"), try options.number("nats-pid", default: 0))
    data = try options.required("data")
    exercise = try options.required("exercise")
  }
}
