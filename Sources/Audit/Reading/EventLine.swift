internal import Clocks

/// The one line of `parley audit list` for an event.
///
/// `2026-03-01T09:00:01.250Z  flow.moved            3f9c2a1b  #7  order-updates@1a2b3c4d5e6f7081
/// offer → notice  (choice:accept)  by contact`, in one line.
package enum EventLine {
    /// Hexadecimal digits shown of a pseudonym.
    package static let pseudonymDigits = 8
    private static let kindWidth = 20

    /// Time, kind, contact, number, flow, steps, cause, purpose, actor; what is absent is skipped.
    package static func text(_ event: AuditEvent) -> String {
        let kind = event.kind.rawValue
        var columns: [String] = [
            event.time.text, kind + String(repeating: " ", count: max(0, kindWidth - kind.count)),
        ]
        if let subject = event.subject {
            columns.append(String(Hex.text(of: subject).prefix(pseudonymDigits)))
            columns.append("#\(event.sequence)")
        } else {
            columns.append("-")
        }
        if let flow = event.flow { columns.append(VisibleText.of(flow)) }
        if let steps = steps(event.from, event.to) { columns.append(steps) }
        if let cause = event.cause { columns.append("(\(VisibleText.of(cause)))") }
        if let purpose = event.purpose { columns.append("for \(VisibleText.of(purpose))") }
        if let actor = event.actor { columns.append("by \(VisibleText.of(actor))") }
        return columns.joined(separator: "  ")
    }

    private static func steps(_ from: String?, _ to: String?) -> String? {
        switch (from, to) {
        case (let from?, let to?): "\(VisibleText.of(from)) → \(VisibleText.of(to))"
        case (let from?, nil): "\(VisibleText.of(from)) →"
        case (nil, let to?): "→ \(VisibleText.of(to))"
        case (nil, nil): nil
        }
    }
}
