package import NIOCore

/// A block of network addresses, as `--insecure-lan` names it: `192.168.0.0/16`, `fd00::/8`.
package struct AddressBlock: Hashable, Sendable, CustomStringConvertible {
  /// As it was typed.
  package let description: String
  private let bytes: [UInt8]
  private let bits: Int

  /// The block that `text` names; a single address stands for itself alone. Nil when it is neither
  /// an address nor an address, `/` and a number of bits.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = try? SocketAddress(ipAddress: String(parts[0]), port: 0),
      let bytes = Self.bytes(of: address)
    else { return nil }
    var bits = bytes.count * 8
    if parts.count == 2 {
      guard let typed = Int(parts[1]), (0...bits).contains(typed) else { return nil }
      bits = typed
    }
    description = text
    self.bytes = bytes
    self.bits = bits
  }

  /// Whether `address` lies in the block. An IPv4 address in IPv6 clothes counts as IPv4.
  package func contains(_ address: SocketAddress) -> Bool {
    guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
    return (0..<bits).allSatisfy { bit in
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      return bytes[bit / 8] & mask == other[bit / 8] & mask
    }
  }

  /// This machine alone, in both families.
  static let loopback = ["127.0.0.0/8", "::1"].compactMap(AddressBlock.init)

  /// Whether `address` means every interface of the machine.
  static func isWildcard(_ address: SocketAddress) -> Bool {
    bytes(of: address)?.allSatisfy { $0 == 0 } ?? false
  }

  /// Whether `text` is the address of every interface.
  package static func isWildcard(named text: String) -> Bool {
    (try? SocketAddress(ipAddress: text, port: 0)).map(isWildcard) ?? false
  }

  /// 4 bytes of IPv4 or 16 of IPv6; nil for a path in the file system.
  static func bytes(of address: SocketAddress) -> [UInt8]? {
    // Both families lay the address out at a fixed place, behind family, port and flow label.
    let place: Range<Int>
    switch address.protocol {
    case .inet: place = 4..<8
    case .inet6: place = 8..<24
    default: return nil
    }
    let bytes = address.withSockAddr { pointer, size in
      Array(UnsafeRawBufferPointer(start: pointer, count: size)[place])
    }
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
    return bytes.starts(with: mapped) ? Array(bytes[12...]) : bytes
  }
}
