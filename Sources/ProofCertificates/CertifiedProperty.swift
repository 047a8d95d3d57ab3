internal import ModelChecker

/// What a certificate says of one property, and who found that.
package struct CertifiedProperty: Hashable, Sendable {
    /// Each spelled as it stands in its line.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// In every conversation that the model checker went through, which was all of them.
        case holdsByChecker = "holds by checker"
        /// Otherwise the program would not have compiled.
        case holdsByCompiler = "holds by compiler"
        case doesNotHold = "does not hold by checker"
        /// It was not looked at, or not to the end; such as what compares two programs.
        case notDecided = "not decided"

        package var holds: Bool {
            switch self {
            case .holdsByChecker, .holdsByCompiler: true
            case .doesNotHold, .notDecided: false
            }
        }
    }

    package let name: PropertyName
    package let verdict: Verdict

    init(name: PropertyName, verdict: Verdict) {
        self.name = name
        self.verdict = verdict
    }

    init(_ property: PropertyID, in report: ModelReport) {
        guard let name = PropertyName(property.rawValue) else {
            preconditionFailure("a property is named by a letter of its series and a number")
        }
        self.name = name
        guard PropertyID.ofOneProgram.contains(property) else {
            verdict = .notDecided
            return
        }
        verdict =
            switch report.verdict(on: property) {
            case .holds: property.isCompiled ? .holdsByCompiler : .holdsByChecker
            case .broken: .doesNotHold
            case .undecided: .notDecided
            }
    }
}

/// The name of a property (`V1`, `C5`), also of one that only another version knows.
package struct PropertyName: Hashable, Comparable, Sendable {
    /// The series in their order: what the engine promises, what the law on consent asks.
    private static let series = [UInt8(ascii: "V"), UInt8(ascii: "C")]
    private static let largestNumber = 999

    package let text: String
    private let series: Int
    private let number: Int

    package init?(_ text: String) {
        guard let first = text.utf8.first, let series = Self.series.firstIndex(of: first),
            let number = CanonicalNumber.read(
                String(decoding: text.utf8.dropFirst(), as: UTF8.self),
                in: 1...Self.largestNumber
            )
        else { return nil }
        self.text = text
        self.series = series
        self.number = number
    }

    package static func < (left: PropertyName, right: PropertyName) -> Bool {
        left.series == right.series ? left.number < right.number : left.series < right.series
    }
}
