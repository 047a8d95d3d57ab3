/// What a line of a certificate is about, by its first word; the lines come in this order.
package enum LineKind: String, Hashable, Sendable, CaseIterable {
    case checker
    case time
    case program
    case locale
    case notice
    case flow
    case limit
    case exploration
    case property

    /// Whether there may be several.
    var isRepeated: Bool {
        switch self {
        case .locale, .notice, .flow, .exploration, .property: true
        case .checker, .time, .program, .limit: false
        }
    }

    /// A program without purposes has no notices; everything else is always there.
    var isRequired: Bool { self != .notice }

    var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
