import MessageCatalog
import Testing

/// A category of a group of languages with the numbers CLDR gives for it.
struct PluralSampleLine: CustomTestStringConvertible, Sendable {
    let kind: PluralRules.Kind
    let languages: [String]
    let category: PluralCategory
    let samples: [PluralSample]

    var testDescription: String { "\(kind) \(category) \(languages[0])" }

    static let all: [PluralSampleLine] = {
        var lines: [PluralSampleLine] = []
        var kind = PluralRules.Kind.cardinal
        var languages: [String] = []
        for line in PluralSamples.text.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "," }.map(String.init)
            guard let category = PluralCategory(words[0]) else {
                kind = words[0] == "ordinal" ? .ordinal : .cardinal
                languages = words.dropFirst().filter { $0 != "root" }
                continue
            }
            let samples = words.dropFirst().filter { !$0.hasPrefix("@") && $0 != "…" }
            lines.append(
                PluralSampleLine(
                    kind: kind,
                    languages: languages,
                    category: category,
                    samples: samples.flatMap(PluralSample.expand)
                )
            )
        }
        return lines
    }()
}

/// A number as CLDR writes it; `1.2c6` is 1.2 million in compact form.
struct PluralSample: Sendable {
    let text: String

    static func expand(_ item: String) -> [PluralSample] {
        let ends = item.split(separator: "~").map(String.init)
        guard ends.count == 2, let low = DecimalNumber(ends[0]), let high = DecimalNumber(ends[1])
        else { return [PluralSample(text: item)] }
        return (low.mantissa...high.mantissa).compactMap { mantissa in
            DecimalNumber(mantissa: mantissa, scale: low.scale).map { PluralSample(text: $0.text) }
        }
    }

    func operands() throws -> PluralOperands {
        let halves = text.split(separator: "c").map(String.init)
        let number = try decimal(halves[0])
        guard halves.count == 2 else { return PluralOperands(number) }
        let exponent = try #require(Int(halves[1]))
        var mantissa = number.mantissa
        for _ in 0..<max(0, exponent - number.scale) { mantissa *= 10 }
        let scaled = DecimalNumber(mantissa: mantissa, scale: max(0, number.scale - exponent))
        return PluralOperands(try #require(scaled), compactExponent: exponent)
    }
}
