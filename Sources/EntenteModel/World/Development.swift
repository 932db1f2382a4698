/// A development one state pays for alone (`start-dev`), in equal instalments; a turn without its
/// instalment is a pause.
package struct Development: Sendable, Hashable, Codable {
  /// Index of the state that develops.
  package var state: Int
  /// What is paid in all; $k.
  package var total: Money
  /// Paid so far; $k.
  package var paid: Money
  /// Instalments in all, 2...12, and those paid.
  package var instalments: Int
  /// Instalments paid.
  package var instalmentsPaid: Int
  /// What had been done before it began, in $k of the list cost of the development.
  package var before: Money
  /// Designed for export: disclosure takes half the days for ever.
  package var isExportable: Bool

  /// The instalment that is next; the last one takes the rest; $k.
  package var instalment: Money {
    instalmentsPaid >= instalments - 1
      ? total - paid : Money(fdiv(total.value, max(1, instalments)))
  }
}
