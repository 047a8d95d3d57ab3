internal import Clocks

/// The records of `parley audit list --csv`: one for each leaf, with a column for each member.
package enum EventCSV {
    /// The columns, in the order of a leaf's members.
    package static let columns = [
        "index", "time", "kind", "subject", "seq", "session", "flow", "from", "to", "cause",
        "purpose", "actor", "payload", "state",
    ]

    /// The first record, which names the columns.
    package static let header = CSVLine.text(columns)

    /// The record of one leaf; a member that is absent is an empty field.
    package static func record(_ leaf: AuditLeaf, at index: UInt64) -> String {
        let event = leaf.event
        return CSVLine.text([
            String(index), event.time.text, event.kind.rawValue,
            digits(event.subject), event.subject == nil ? "" : String(event.sequence),
            digits(event.session), event.flow ?? "", event.from ?? "", event.to ?? "",
            event.cause ?? "", event.purpose ?? "", event.actor ?? "",
            digits(leaf.payload), digits(leaf.state),
        ])
    }

    /// The record of a row that is no leaf: it has an index, and says so where the kind would be.
    package static func unreadable(at index: UInt64) -> String {
        let empty = [String](repeating: "", count: columns.count - 3)
        return CSVLine.text([String(index), "", "not a leaf"] + empty)
    }

    private static func digits(_ bytes: [UInt8]?) -> String {
        bytes.map { Hex.text(of: $0) } ?? ""
    }
}
