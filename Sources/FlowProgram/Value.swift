package import Clocks
package import MessageCatalog

/// What a slot can hold and an expression can give.
package enum Value: Hashable, Sendable {
    case text(String)
    case number(DecimalNumber)
    case truth(Bool)
    case date(CalendarDate)
    /// What a `purpose` parameter holds.
    case purpose(PurposeIndex)
    /// What a `notice` parameter holds.
    case notice(NoticeIndex)

    package var type: ValueType {
        switch self {
        case .text: .text
        case .number: .number
        case .truth: .truth
        case .date: .date
        case .purpose: .purpose
        case .notice: .notice
        }
    }
}

/// The type of a value, known for every expression before it runs.
package enum ValueType: String, Hashable, Sendable, CaseIterable {
    case text, number, truth, date, purpose, notice
}
