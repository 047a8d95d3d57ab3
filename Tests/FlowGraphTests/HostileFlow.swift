import Consent
import FlowGraph
import FlowProgram
import Testing

/// A flow whose names are words of Mermaid and DOT, and whose texts are their syntax.
enum HostileFlow {
    /// What each text of the flow says, one step each.
    static let texts = [
        #"He said "no" to [this], (that) | and; the rest"#,
        "#35; #quot; &amp; &#60;script&#62; <script>alert(1)</script> <b>bold",
        #"\N \G \l \" back\\slash end]]"#,
        "1. one - two * three _four_ `five` ~~six~~ ![x](y) www.acme.example a@b.example",
        "%%{init: {}}%% style:#f00; classDef x fill:#f00; linkStyle 0 stroke:#f00;",
        "direction LR subgraph x --> y end direction  TB",
        "مرحبا، كيف الحال؟ 😀 漢字かな 👩‍👩‍👧 e\u{301} ﬂ°°60¶ß",
        "\u{202E}reversed\u{2066} $$x^2$$ fa:fa-car",
        String(repeating: "unbroken", count: 40),
    ]

    static let names = [
        "end", "graph", "subgraph", "class", "style", "click", "default", "node", "strict",
    ]

    static func picture() throws -> Picture {
        let steps = zip(names, texts).enumerated().map { place, step in
            let next = place + 1 < names.count ? "then: \(names[place + 1])" : "end: end"
            return "  \(step.0): { say: { en: \(yaml(step.1)) }, \(next) }"
        }
        let fixture = try GraphFixture(
            flow: """
                about: "Draws \\"all\\" <of> & it"
                steps:
                \(steps.joined(separator: "\n"))
                """
        )
        let all = Set((0..<names.count).map { StepIndex($0) })
        return try fixture.picture(
            consent: Dictionary(uniqueKeysWithValues: all.map { ($0, [.given, .refused]) }),
            marked: try fixture.path(("end", nil), ("graph", nil))
        )
    }

    /// A double-quoted YAML scalar that is an ICU message for `text`.
    private static func yaml(_ text: String) -> String {
        var quoted = ""
        for character in text {
            switch character {
            case "\"", "\\": quoted += "\\\(character)"
            case "{", "}": quoted += "'\(character)'"
            default: quoted.append(character)
            }
        }
        return "\"\(quoted)\""
    }
}
