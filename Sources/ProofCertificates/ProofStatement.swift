package import Clocks
internal import FlowProgram

/// What a certificate says: of which program what was proven, over how much, by what, and when.
///
/// It has exactly one text, which is what is signed; docs/proofs.md has it line by line.
package struct ProofStatement: Sendable {
    /// The first line, with the version of the form.
    ///
    /// Its spaces keep it apart from everything else that is signed as a note: no origin of a log
    /// has one, so no certificate is a checkpoint (C2SP tlog-checkpoint, section "Note text").
    package static let title = "\(titleWords) 1"
    static let titleWords = "parley proof certificate"

    /// The program that proved.
    package let checker: CheckerVersion
    /// When it did.
    package let time: Timestamp
    package let program: CertifiedProgram
    package let results: ProofResults

    init(
        checker: CheckerVersion,
        time: Timestamp,
        program: CertifiedProgram,
        results: ProofResults
    ) {
        self.checker = checker
        self.time = time
        self.program = program
        self.results = results
    }

    /// The text of the note: each line ends in a line feed.
    package var text: String {
        let lines = LineKind.allCases.flatMap { kind in
            values(of: kind).map { "\(kind.rawValue) \($0)" }
        }
        return ([Self.title] + lines).map { "\($0)\n" }.joined()
    }

    /// What stands after the first word of each line of a kind.
    private func values(of kind: LineKind) -> [String] {
        switch kind {
        case .checker: [checker.text]
        case .time: [time.text]
        case .program: [program.digest.text]
        case .locale: program.locales
        case .notice: program.notices
        case .flow: program.flows.map { "\($0.name) \($0.digest.text)" }
        case .limit: ["\(results.limit)"]
        case .exploration: results.explorations.map(\.text)
        case .property: results.properties.map { "\($0.name.text) \($0.verdict.rawValue)" }
        }
    }
}

/// The version of the program that proved: counts of two versions cannot be compared.
package struct CheckerVersion: Hashable, Sendable {
    /// Bytes in the longest version.
    package static let longest = 64

    package let text: String

    /// Takes ASCII letters, digits, `.`, `+` and `-`; anything else is `nil`.
    package init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "+"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isPlain, (1...Self.longest).contains(text.utf8.count) else { return nil }
        self.text = text
    }
}
