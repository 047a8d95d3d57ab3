import Consent
import FlowGraph
import FlowProgram
import Testing

/// Mermaid as text: whole for a small flow, and held to its form for hostile ones.
@Suite struct MermaidTests {
    private static let flow = """
        steps:
          end:
            say: { en: "One, two?" }
            choose:
              go: { label: { en: Go }, request: newsletter, then: call-it }
              stay: { label: { en: Stay }, then: call-it }
            after: { 1 day: known }
          call-it: { call: lines, with: { which: newsletter }, then: known }
          known: { when: { cooling(newsletter): out }, then: out }
          out: { end: done }
        """

    @Test func `a small flow is this chart`() throws {
        let picture = try GraphFixture(flow: Self.flow).picture()
        #expect(
            MermaidRenderer.text(picture) == """
                ---
                title: "main"
                config:
                  flowchart:
                    wrappingWidth: 400
                ---
                flowchart TD
                  entry(("start"))
                  s0("<b>end</b> (chooses)<br/>“One, two?”")
                  s1[["<b>call-it</b> (calls)<br/><i>call lines</i><br/>\
                <i>with which#58; newsletter</i>"]]
                  s2{{"<b>known</b> (branches)"}}
                  s3("<b>out</b> (ends)")
                  e0(["end#58; <b>done</b>"])
                  entry --> s0
                  s0 -->|"go#58; request newsletter,<br/>stay"| s1
                  s0 -.->|"after 1 day"| s2
                  s1 -->|"given, refused"| s2
                  s2 -->|"cooling(newsletter),<br/>otherwise"| s3
                  s3 --> e0
                  note["works at every step#58;<br/><b>STOP</b> goodbye"]:::note
                  classDef note fill:#FFFBE0,stroke:#4A4A4A,color:#1A1A1A
                  classDef outcome fill:#333333,stroke:#333333,color:#FFFFFF
                  class e0 outcome

                """
        )
    }

    @Test func `states stand in words and colour, with a legend`() throws {
        let picture = try GraphFixture(flow: Self.flow).picture(
            consent: [
                StepIndex(0): [.unknown, .withdrawn], StepIndex(1): [.given],
                StepIndex(2): [.renewed],
            ],
            of: PurposeIndex(0)
        )
        let lines = MermaidRenderer.text(picture).split(separator: "\n").map {
            $0.drop { $0 == " " }
        }
        #expect(lines.contains { $0.hasPrefix("s0") && $0.contains("#91;unknown, withdrawn#93;") })
        #expect(lines.contains { $0.hasPrefix("s1") && $0.contains("#91;given#93;") })
        #expect(lines.contains("class s1,s2 given"))
        #expect(lines.contains("class s0 several"))
        #expect(lines.contains(#"subgraph legend ["consent to newsletter"]"#))
        for state in ["unknown", "given", "renewed", "withdrawn", "several are possible"] {
            #expect(lines.contains { $0.hasPrefix("l") && $0.contains("(\"\(state)\"):::") })
        }
    }

    @Test func `a marked path is thick, and counted with the line that comes in`() throws {
        let fixture = try GraphFixture(flow: Self.flow)
        let path = try fixture.path(("end", nil), ("known", nil))
        let text = MermaidRenderer.text(try fixture.picture(marked: path))
        #expect(text.contains("s0 -.->|\"(1#41; after 1 day\"| s2"))
        #expect(text.contains("\n  class s0,s2 marked\n"))
        #expect(text.contains("\n  linkStyle 2 stroke:#C1121F,stroke-width:4px\n"))
    }

    @Test func `no name and no text can be more than a label`() throws {
        let picture = try HostileFlow.picture()
        let body = MermaidRenderer.text(picture).split(separator: "\n").drop {
            $0 != "flowchart TD"
        }
        #expect(body.count > HostileFlow.names.count * 2)
        let box = /\ +(entry|note|legend|[sel][0-9]+)[\(\[\{]+"([^"]*)"[\)\]\}]+(:::[a-z]+)?/
        let link = /\ +(entry|s[0-9]+) -\.?->(\|"([^"]*)"\|)? [se][0-9]+/
        let other =
            /\ +(end|class [se0-9,]+ [a-z]+|(classDef [a-z]+|linkStyle [0-9,]+) [a-zA-Z0-9#:,\-]+)/
        for line in body.dropFirst() {
            if let match = line.wholeMatch(of: box) {
                expectInert(match.output.2)
            } else if let match = line.wholeMatch(of: link) {
                expectInert(match.output.3 ?? "")
            } else {
                let isKnown = line.wholeMatch(of: other) != nil || line.contains("subgraph legend")
                #expect(isKnown, "\(line)")
            }
        }
    }

    @Test func `what was escaped can be read again`() throws {
        let text = MermaidRenderer.text(try HostileFlow.picture())
        let whole = text.replacing(/#([0-9]+);/) { match in
            UInt32(match.output.1).flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
        }
        for part in [
            #"“He said "no" to [this],"#, "| and; the rest”", "<script>alert(1)", "مرحبا", "😀",
            "1. one - two * three", "direction  TB”", "ﬂ°°60¶ß”", "\u{FFFD}reversed\u{FFFD}",
        ] {
            let plain = whole.replacing("<br/>", with: " ")
            #expect(plain.contains(part.replacing("  ", with: " ")), "\(part)")
        }
    }

    /// A label without its own tags and escapes holds nothing that anything would obey.
    private func expectInert(_ label: Substring) {
        let text = label.replacing(/<\/?[bi]>|<br\/>|#[0-9]+;/, with: "")
        let signs = text.filter { "\"#<>&;[]{}|`*_~%:@$\\=^!\u{202E}\u{2066}".contains($0) }
        #expect(signs.isEmpty, "\(label)")
        let lines = label.split(separator: "<br/>")
        #expect(!lines.contains { $0.contains(/direction +(TB|BT|LR|RL)/) }, "\(label)")
        #expect(!lines.contains { $0.contains(#/^ *(-|[0-9]+[.)]) /#) }, "\(label)")
    }
}
