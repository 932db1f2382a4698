import Testing

@Suite("Manifest") struct ManifestTests {
  private let text = """
    let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
    let lifecycle = Target.Dependency.product(
      name: "ServiceLifecycle", package: "swift-service-lifecycle")
    let rooms: [Room] = [
      Room(name: "A", path: "Sources/A"),
      Room(
        name: "B", path: "Sources/B",
        rooms: [
          "A",
        ], products: [nioCore, lifecycle]),
    ]
    let testRooms: [TestRoom] = [
      TestRoom(name: "ATests", rooms: ["A"]),
    ]
    """

  @Test("rooms, folders, arrows and products are read")
  func reading() {
    let manifest = Manifest(text)
    #expect(
      manifest.rows == [
        .init(name: "A", folder: "Sources/A", rooms: [], packages: []),
        .init(
          name: "B", folder: "Sources/B", rooms: ["A"], packages: ["NIOCore", "ServiceLifecycle"]),
      ])
    #expect(manifest.testRooms == ["ATests"])
  }

  @Test("a table that agrees has no findings")
  func agreement() {
    let table = [
      RoomRow(name: "A", folder: "Sources/A", system: ["Foundation"]),
      RoomRow(
        name: "B", folder: "Sources/B", rooms: ["A"], packages: ["NIOCore", "ServiceLifecycle"]),
    ]
    #expect(Manifest(text).disagreements(with: table) == [])
  }

  @Test("a missing room, a missing arrow and a moved folder are found")
  func disagreement() {
    let table = [
      RoomRow(name: "A", folder: "Sources/Other"),
      RoomRow(name: "B", folder: "Sources/B", packages: ["NIOCore", "ServiceLifecycle"]),
      RoomRow(name: "C", folder: "Sources/C"),
    ]
    #expect(Manifest(text).disagreements(with: table).count == 3)
  }
}
