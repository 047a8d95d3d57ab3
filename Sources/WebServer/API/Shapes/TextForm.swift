/// Which texts are taken: how long, and of which characters.
///
/// Says it twice from one description: as a check, and as the pattern that the document states.
struct TextForm: Hashable, Sendable {
    enum Characters: Hashable, Sendable {
        case only([ClosedRange<Unicode.Scalar>])
        case except([ClosedRange<Unicode.Scalar>])
    }

    /// In Unicode scalars.
    let length: ClosedRange<Int>
    let characters: Characters
    /// What the whole text begins with, before what `length` counts.
    let prefix: String

    init(_ characters: Characters, _ length: ClosedRange<Int>, prefix: String = "") {
        self.length = length
        self.characters = characters
        self.prefix = prefix
    }

    func fits(_ text: String) -> Bool {
        guard text.hasPrefix(prefix) else { return false }
        let scalars = text.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
        return length.contains(scalars.count) && scalars.allSatisfy(admits)
    }

    private func admits(_ scalar: Unicode.Scalar) -> Bool {
        switch characters {
        case .only(let ranges): ranges.contains { $0.contains(scalar) }
        case .except(let ranges): !ranges.contains { $0.contains(scalar) }
        }
    }

    /// A regular expression that ECMA-262, Python and Rust read alike.
    var pattern: String { "^\(prefix)[\(characterClass)]\(count)$" }

    private var characterClass: String {
        switch characters {
        case .only(let ranges): ranges.map(Self.text).joined()
        case .except(let ranges): "^" + ranges.map(Self.text).joined()
        }
    }

    private var count: String {
        length.lowerBound == length.upperBound
            ? "{\(length.lowerBound)}" : "{\(length.lowerBound),\(length.upperBound)}"
    }

    private static func text(_ range: ClosedRange<Unicode.Scalar>) -> String {
        let first = text(range.lowerBound)
        return range.lowerBound == range.upperBound ? first : "\(first)-\(text(range.upperBound))"
    }

    /// Letters and digits as they are, all else by its number: nothing needs escaping twice.
    private static func text(_ scalar: Unicode.Scalar) -> String {
        let isPlain =
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || ("0"..."9").contains(scalar)
        guard !isPlain else { return String(scalar) }
        precondition(scalar.value < 256, "a class is written with two digits a character")
        let digits = String(scalar.value, radix: 16)
        return "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
}

extension TextForm {
    private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    private static let small: ClosedRange<Unicode.Scalar> = "a"..."z"
    private static let controls: [ClosedRange<Unicode.Scalar>] = [
        "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}",
    ]

    /// A contact's pseudonym: 32 hexadecimal digits in small letters.
    static let contact = TextForm(.only([digits, "a"..."f"]), 32...32)
    /// The public part of a key.
    static let keyID = TextForm(.only([small, digits]), 8...8)
    /// A name out of the workspace: a flow, a slot, a purpose, a channel.
    static let name = TextForm(.only([small, "A"..."Z", digits, "-"..."-", "_"..."_"]), 1...64)
    /// An address as its channel writes it: visible ASCII.
    static let address = TextForm(.only(["!"..."~"]), 1...256)
    /// What a client draws for each request that must not be done twice.
    static let idempotencyKey = TextForm(.only(["!"..."~"]), 1...128)
    /// A cursor that names the dead letter a page ended with.
    static let letterCursor = TextForm(.only([digits, "a"..."f"]), 15...15, prefix: "0")
    /// A language, as BCP 47 writes it.
    static let locale = TextForm(.only([small, "A"..."Z", digits, "-"..."-"]), 2...35)
    /// A line of anything people write.
    static func line(_ limit: Int) -> TextForm { TextForm(.except(controls), 1...limit) }
    /// Lines of anything people write.
    static func lines(_ limit: Int) -> TextForm {
        TextForm(.except(["\u{0}"..."\u{9}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}"]), 1...limit)
    }
}
