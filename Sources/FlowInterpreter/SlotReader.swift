import Clocks
import FlowProgram
import MessageCatalog
import TextMatching

/// Reads a typed value out of what a contact wrote, in the contact's locale.
struct SlotReader {
    let program: Program
    let locale: LocaleIndex
    let today: CalendarDate

    /// `nil` when the text is not a value of that kind, or lies outside its bounds.
    func read(_ text: String, as kind: SlotKind) -> Value? {
        let tag = program[locale]
        switch kind {
        case .text(let maximum): return Self.plainText(text, maximum: maximum).map { .text($0) }
        case .number(let minimum, let maximum):
            guard let number = NumberReader.read(text, locale: tag) else { return nil }
            if let minimum, number < minimum { return nil }
            if let maximum, number > maximum { return nil }
            return .number(number)
        case .date(let minimum, let maximum):
            guard let date = DateReader.read(text, locale: tag, today: today) else { return nil }
            if let minimum, date < minimum { return nil }
            if let maximum, date > maximum { return nil }
            return .date(date)
        case .email: return EmailAddress(text).map { .text($0.text) }
        case .phone: return PhoneNumber(text).map { .text($0.text) }
        case .yesNo(let words):
            let key = TextFolding.key(text)
            let spoken = words[locale.value]
            if spoken.yes.contains(key) { return .truth(true) }
            return spoken.no.contains(key) ? .truth(false) : nil
        case .choice, .purpose, .notice: return nil
        }
    }

    /// Trimmed text without control characters, of 1 to `maximum` characters.
    static func plainText(_ text: String, maximum: Int) -> String? {
        // A character takes at least one byte: anything much longer need not be counted.
        guard text.utf8.count <= maximum * 64 else { return nil }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .control, scalar != "\n" { continue }
            scalars.append(scalar)
        }
        let trimmed = String(scalars).trimmingWhitespace()
        guard !trimmed.isEmpty, trimmed.count <= maximum else { return nil }
        return trimmed
    }
}

extension String {
    /// Without white space at either end.
    func trimmingWhitespace() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
