/// The way a contract takes: ordinary acquisition rules, a joint agency, or another transaction.
package enum ContractingRoute: String, CaseIterable, Sendable, Codable { case far, agency, ota }
