import Clocks
import Consent
import FlowCompiler
import FlowProgram
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

    @Test func `a version of a notice that no log entry could hold is refused`() {
        refuse(
            "notices: { privacy: { version: 1️⃣\(String(repeating: "1", count: 65)) } }",
            [.invalidName]
        )
    }

    @Test func `what the law asks a workspace to settle is read`() {
        let text =
            Self.head.replacing("country: DE", with: "country: DE, dpo: D, authority: E") + """
                purposes:
                  clubs: { opt-in: double, notice: p, minimum-age: 16, on-new-notice: renew }
                channels:
                  whatsapp: { provider: w, window: 24 hours, vendor: meta, quiet-hours: false }
                vendors:
                  meta:
                    name: Meta Platforms Ireland
                    country: IE
                    role: processor
                    receives: [phone number, messages]
                    transfer: adequacy decision
                    deletion: write to them
                opt-out:
                  - { scope: answered }
                  - { from: 2027-01-31, scope: all }
                retention:
                  session-idle: 10 days
                  unconfirmed-contact: 14 days
                  consent-proof: uwg-7a
                  inbox: { keep: 9 days, from: received, because: support }
                  audit-log: { preset: hipaa-164.316 }
                store: { country: DE }
                """
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "parley.yaml", text: text)
        let settings = SettingsParser.parse(file, into: &diagnostics)
        #expect(diagnostics.sorted.map(\.sentence).isEmpty)
        #expect(settings?.controllerDPO?.value == "D")
        #expect(settings?.controllerAuthority?.value == "E")
        #expect(settings?.purposes.first?.minimumAge?.value == 16)
        #expect(settings?.purposes.first?.onNewNotice == .renew)
        #expect(settings?.channels.first?.window?.value == .hours(24))
        #expect(settings?.channels.first?.vendor?.value == "meta")
        #expect(settings?.channels.first?.keepsQuietHours == false)
        #expect(settings?.vendors.first?.role?.value == .processor)
        #expect(settings?.vendors.first?.receives == ["phone number", "messages"])
        #expect(settings?.vendors.first?.deletion == "write to them")
        #expect(settings?.storageCountry?.value == "DE")
        #expect(settings?.optOut.rules.map(\.scope) == [.answered, .all])
        #expect(settings?.sessionIdle?.value == .days(10))
        let classes = [RecordClass.unconfirmedContact, .consentProof, .inbox, .auditLog]
        #expect(settings?.retention.map(\.recordClass) == classes)
        guard case .keep(let days, nil, nil)? = settings?.retention[0].rule,
            case .preset(let preset)? = settings?.retention[1].rule,
            case .keep(_, let from?, let because?)? = settings?.retention[2].rule
        else {
            Issue.record("unexpected rules")
            return
        }
        #expect(days.value == .days(14))
        #expect(preset.value == "uwg-7a")
        #expect(from.value == .received)
        #expect(because == "support")
    }

    @Test func `how the log is signed and published is read`() {
        let text =
            Self.head + """
                audit:
                  origin: acme.example/parley
                  checkpoint: 5 seconds
                  heartbeat: 2 hours
                  exposure: 30 seconds
                  key-epoch: 90 days
                  publish: { file: a/checkpoints, tiles: a/tiles, line: a/checkpoints.jsonl }
                  witnesses: a/witnesses
                  timestamps: https://tsa.example/
                """
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "parley.yaml", text: text)
        let audit = SettingsParser.parse(file, into: &diagnostics)?.audit
        #expect(diagnostics.sorted.map(\.sentence).isEmpty)
        #expect(audit?.origin?.value == "acme.example/parley")
        #expect(audit?.checkpointEvery?.value == Period("5 seconds"))
        #expect(audit?.heartbeat?.value == .hours(2))
        #expect(audit?.exposureLimit?.value == Period("30 seconds"))
        #expect(audit?.keyEpoch?.value == .days(90))
        #expect(audit?.publishedFile?.value == "a/checkpoints")
        #expect(audit?.publishedTiles?.value == "a/tiles")
        #expect(audit?.publishedLine?.value == "a/checkpoints.jsonl")
        #expect(audit?.witnessPolicy?.value == "a/witnesses")
        #expect(audit?.timestampAuthority?.value == "https://tsa.example/")
    }

    @Test func `what is missing or unknown is reported`() {
        refuse("purposes: { 1️⃣2️⃣a: {} }\n", [.missingKey, .missingKey])
        refuse("1️⃣purpose: {}\n", [.unknownKey])
        refuse("notices: { 1️⃣a: {} }\n", [.missingKey])
        refuse("channels: { 1️⃣a: { flow: b } }\n", [.missingKey])
        refuse("retention: { 1️⃣idle: 3 days }\n", [.unknownKey])
        refuse("purposes: 1️⃣[a]\n", [.wrongKind])
        refuse("vendors: { 1️⃣2️⃣3️⃣4️⃣a: {} }\n", Array(repeating: .missingKey, count: 4))
        refuse("1️⃣opt-out: { from: 2027-01-31 }\n", [.missingKey])
        refuse("opt-out: 1️⃣[]\n", [.missingKey])
        refuse("opt-out: 1️⃣all\n", [.wrongKind])
        refuse("store: { 1️⃣region: DE }\n", [.unknownKey])
        refuse("audit: { 1️⃣log: a }\n", [.unknownKey])
        refuse("audit: 1️⃣daily\n", [.wrongKind])
        refuse("audit: { origin: 1️⃣[a] }\n", [.wrongKind])
        refuse("audit: { publish: 1️⃣audit/tiles }\n", [.wrongKind])
        refuse("audit: { publish: { 1️⃣folder: a } }\n", [.unknownKey])
        refuse("audit: { publish: { file: a, 1️⃣file: b } }\n", [.duplicateKey])
        refuse("retention: { 1️⃣inbox: {} }\n", [.missingKey])
        refuse("retention: { inbox: { preset: a, 1️⃣because: b } }\n", [.misplacedKey])
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
        for age in ["0", "22", "16.5", "sixteen"] {
            refuse(
                "purposes: { a: { opt-in: single, notice: p, minimum-age: 1️⃣\(age) } }\n",
                [.invalidValue]
            )
        }
        refuse(
            "purposes: { a: { opt-in: single, notice: p, on-new-notice: 1️⃣renewed } }\n",
            [.invalidValue]
        )
        refuse("channels: { a: { provider: b, window: 1️⃣always } }\n", [.invalidValue])
        refuse("channels: { a: { provider: b, quiet-hours: 1️⃣no } }\n", [.invalidValue])
        refuse(
            "vendors: { a: { name: b, country: 1️⃣Ireland, role: 2️⃣carrier, receives: c } }\n",
            [.invalidValue, .invalidValue]
        )
        refuse("store: { country: 1️⃣de }\n", [.invalidValue])
        refuse("audit: { heartbeat: 1️⃣often }\n", [.invalidValue])
        refuse("opt-out: { scope: 1️⃣some }\n", [.invalidValue])
        refuse("opt-out: [{ from: 1️⃣2027-02-30, scope: all }]\n", [.invalidValue])
        refuse("retention: { inbox: 1️⃣3 fortnights }\n", [.invalidValue])
        refuse("retention: { inbox: { keep: 1️⃣long } }\n", [.invalidValue])
        refuse("retention: { 1️⃣inbox: { keep: 3 days, preset: a } }\n", [.invalidValue])
        refuse(
            "purposes: { 1️⃣A: { opt-in: single, notice: p, explicit: 2️⃣on } }\n",
            [.invalidName, .invalidValue]
        )
    }
}
