package import Clocks
package import MessageCatalog

/// A slot or parameter of a flow.
package struct Slot: Hashable, Sendable {
    package let name: String
    package let kind: SlotKind
    package let isParameter: Bool
    package let isPersonal: Bool
    /// How long a value lives after it was given; `nil` is until the flow ends.
    package let keep: Period?
    // LAW: Art. 8 GDPR: a child's own yes is none, and Art. 5(1)(c): the date itself is not needed.
    /// A date of birth, of which the engine remembers only which age gates it passed.
    package let isBirthDate: Bool

    package init(
        name: String,
        kind: SlotKind,
        isParameter: Bool,
        isPersonal: Bool,
        keep: Period?,
        isBirthDate: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.isParameter = isParameter
        self.isPersonal = isPersonal
        self.keep = keep
        self.isBirthDate = isBirthDate
    }
}

/// What a slot reads, and within which bounds.
package enum SlotKind: Hashable, Sendable {
    case text(maximum: Int)
    case number(minimum: DecimalNumber?, maximum: DecimalNumber?)
    case date(minimum: CalendarDate?, maximum: CalendarDate?)
    case email
    case phone
    /// One of these, offered as buttons.
    case choice([Choice])
    case yesNo(words: [YesNoWords])
    case purpose
    case notice

    package var valueType: ValueType {
        switch self {
        case .text, .email, .phone, .choice: .text
        case .number: .number
        case .date: .date
        case .yesNo: .truth
        case .purpose: .purpose
        case .notice: .notice
        }
    }
}

/// Folded words for yes and no in one locale, at the locale's index.
package struct YesNoWords: Hashable, Sendable {
    package let yes: Set<String>
    package let no: Set<String>

    package init(yes: Set<String>, no: Set<String>) {
        self.yes = yes
        self.no = no
    }
}
