/// A table of keyed rows that are forgotten once they are old enough.
///
/// Its key is in the column `key`, and the time it was written in `at`.
enum AgedTable: String, CaseIterable, Sendable {
    case inbox
    case sent
    case answers = "idempotency"
}

/// One statement for each such table.
struct AgedStatements: Sendable {
    private let inbox: HotStatement
    private let sent: HotStatement
    private let answers: HotStatement

    init(_ prepare: (AgedTable) throws -> HotStatement) throws {
        inbox = try prepare(.inbox)
        sent = try prepare(.sent)
        answers = try prepare(.answers)
    }

    subscript(table: AgedTable) -> HotStatement {
        switch table {
        case .inbox: inbox
        case .sent: sent
        case .answers: answers
        }
    }
}
