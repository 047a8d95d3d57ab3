import FlowProgram

/// The type of a slot or parameter, as written.
enum SlotType: String, CaseIterable {
    case text, number, date, email, phone, choice
    case yesNo = "yes-no"
    case purpose, notice

    /// What a slot of a flow may be.
    static let ofSlots: [SlotType] = [.text, .number, .date, .email, .phone, .choice, .yesNo]
    /// What a caller may be asked for.
    static let ofParameters: [SlotType] = [.purpose, .notice, .text, .number, .date, .yesNo]

    var valueType: ValueType {
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

/// A slot or parameter as declared.
struct SlotDeclaration {
    let name: Located<String>
    /// `nil` when the type is unknown, which is reported once.
    let type: SlotType?
    /// `nil` for a parameter.
    let slot: SlotSyntax?

    var isParameter: Bool { slot == nil }
}
