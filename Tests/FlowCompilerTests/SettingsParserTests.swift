import Clocks
import FlowCompiler
import Testing

@Suite struct SettingsParserTests {
    private static let head = """
        controller: { name: A, address: B, contact: c@example.com, country: DE }
        locales: [en, no]

        """

    private func refuse(
        _ marked: String,
        _ codes: [DiagnosticCode],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expect(
            Self.head + marked,
            codes,
            path: "parley.yaml",
            sourceLocation: sourceLocation
        ) {
            _ = SettingsParser.parse($0, into: &$1)
        }
    }

    @Test func `settings are read`() {
        let text =
            Self.head + """
                purposes:
                  newsletter:
                    opt-in: double
                    explicit: true
                    legal-basis: consent
                    marketing: true
                    notice: privacy
                    confirm-within: 24 hours
                    ask-again-after: 6 months
                    lapses-after: 24 months
                    data: [phone number, first name]
                    recipients: WhatsApp
                    special-categories: []
                  service: { opt-in: single, notice: privacy }
                notices: { privacy: { version: 2026-03 } }
                channels: { whatsapp: { provider: whatsapp, flow: order-updates } }
                retention: { session-idle: 30 days }
                """
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "parley.yaml", text: text)
        let settings = SettingsParser.parse(file, into: &diagnostics)
        #expect(diagnostics.sorted.map(\.sentence).isEmpty)
        #expect(settings?.controllerContact.value == "c@example.com")
        // Norwegian is a language, not a falsehood.
        #expect(settings?.locales.map(\.value) == ["en", "no"])
        let purpose = settings?.purposes.first
        #expect(purpose?.isExplicit == true)
        #expect(purpose?.isMarketing == true)
        #expect(purpose?.confirmWithin?.value == .hours(24))
        #expect(purpose?.lapsesAfter?.value == .months(24))
        #expect(purpose?.data == ["phone number", "first name"])
        #expect(purpose?.recipients == ["WhatsApp"])
        let service = settings?.purposes.last
        #expect(service?.isMarketing == false)
        #expect(service?.legalBasis.value == "consent")
        // A month is a text here, and no date.
        #expect(settings?.notices.first?.version.value == "2026-03")
        #expect(settings?.channels.first?.flow?.value == "order-updates")
        #expect(settings?.sessionIdle?.value == .days(30))
    }

    @Test func `what is missing or unknown is reported`() {
        refuse("purposes: { 1️⃣2️⃣a: {} }\n", [.missingKey, .missingKey])
        refuse("1️⃣purpose: {}\n", [.unknownKey])
        refuse("notices: { 1️⃣a: {} }\n", [.missingKey])
        refuse("channels: { 1️⃣a: { flow: b } }\n", [.missingKey])
        refuse("retention: { 1️⃣idle: 3 days }\n", [.unknownKey])
        refuse("purposes: 1️⃣[a]\n", [.wrongKind])
        expect("1️⃣a: b\n", [.unknownKey], path: "parley.yaml") { file, diagnostics in
            var all = Diagnostics()
            _ = SettingsParser.parse(file, into: &all)
            #expect(all.sorted.filter { $0.code == .missingKey }.count == 2)
            for found in all.sorted where found.code == .unknownKey { diagnostics.report(found) }
        }
    }

    @Test func `values are checked`() {
        refuse("purposes: { a: { opt-in: 1️⃣doubel, notice: p } }\n", [.invalidValue])
        refuse(
            "purposes: { a: { opt-in: single, notice: p, confirm-within: 1️⃣15 days } }\n",
            [.invalidValue]
        )
        refuse(
            "purposes: { a: { opt-in: single, notice: p, confirm-within: 1️⃣1 month } }\n",
            [.invalidValue]
        )
        refuse(
            "purposes: { a: { opt-in: single, notice: p, confirm-within: 14 days } }\n",
            []
        )
        refuse(
            "purposes: { 1️⃣A: { opt-in: single, notice: p, explicit: 2️⃣on } }\n",
            [.invalidName, .invalidValue]
        )
    }
}
