/// What the parties say a deal is for; reviews compare it with what it did.
package enum Purpose: String, CaseIterable, Sendable, Codable { case assure, enhance, signal }
