import Clocks
import FlowProgram
import MessageCatalog

/// The bounds of a slot, read from what was written.
enum SlotBounds {
    /// Whether both can be read, and the smaller comes first; `nil` if one cannot be read.
    static func areOrdered<Bound: Comparable>(
        _ slot: SlotSyntax,
        _ read: (String) -> Bound?
    ) -> Bool? {
        var bounds: [Bound] = []
        for written in [slot.minimum, slot.maximum] {
            guard let written else { continue }
            guard let bound = read(written.value) else { return nil }
            bounds.append(bound)
        }
        guard let first = bounds.first, let last = bounds.last else { return true }
        return first <= last
    }

    static func textMaximum(_ slot: SlotSyntax?) -> Int? {
        guard let written = slot?.maximum else { return Limits.textSlotDefault }
        guard let maximum = Int(written.value), (1...Limits.textSlotMaximum).contains(maximum)
        else { return nil }
        return maximum
    }
}

/// What a slot reads, in every locale.
struct SlotLowering {
    let texts: LocaleTexts
    let flow: FlowSymbols

    func lower(_ declaration: SlotDeclaration, options: () -> [Choice]) -> Slot {
        Slot(
            name: declaration.name.value,
            kind: kind(declaration, options),
            isParameter: declaration.isParameter,
            isPersonal: declaration.slot?.isPersonal ?? false,
            keep: declaration.slot?.keep?.value,
            isBirthDate: declaration.slot?.isBirthDate ?? false
        )
    }

    private func kind(_ declaration: SlotDeclaration, _ options: () -> [Choice]) -> SlotKind {
        let slot = declaration.slot
        switch declaration.type {
        case .text:
            return .text(
                maximum: declaration.isParameter
                    ? Limits.textSlotMaximum
                    : SlotBounds.textMaximum(slot) ?? Limits.textSlotDefault
            )
        case .number:
            return .number(
                minimum: slot?.minimum.flatMap { DecimalNumber($0.value) },
                maximum: slot?.maximum.flatMap { DecimalNumber($0.value) }
            )
        case .date:
            return .date(
                minimum: slot?.minimum.flatMap { CalendarDate($0.value) },
                maximum: slot?.maximum.flatMap { CalendarDate($0.value) }
            )
        case .email: return .email
        case .phone: return .phone
        case .choice: return .choice(options())
        case .yesNo:
            return .yesNo(
                words: texts.tags.indices.map { locale in
                    let yes = texts.foldedWords("yes", locale, flow: flow.name)
                    let no = texts.foldedWords("no", locale, flow: flow.name)
                    return YesNoWords(yes: yes, no: no)
                }
            )
        case .purpose: return .purpose
        case .notice: return .notice
        case nil: preconditionFailure("slot types are checked before lowering")
        }
    }
}
