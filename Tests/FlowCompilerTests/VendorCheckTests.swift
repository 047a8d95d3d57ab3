import Clocks
import FlowCompiler
import FlowProgram
import Testing

/// Vendors, and the channels that run through them.
@Suite struct VendorCheckTests {
    private let vendor = "{ name: Meta Ireland, country: IE, role: processor, receives: [a] }"

    private func workspace(_ channels: String, _ vendors: String) -> [String: String] {
        [
            "parley.yaml": (CheckFixture.base["parley.yaml"] ?? "")
                + "\nchannels: \(channels)\nvendors: \(vendors)\n"
        ]
    }

    @Test func `a channel names its vendor, and a vendor has a channel`() {
        #expect(
            findings(
                workspace(
                    "{ whatsapp: { provider: whatsapp, vendor: meta } }",
                    "{ meta: \(vendor) }"
                )
            ) == []
        )
        #expect(
            findings(
                workspace(
                    "{ whatsapp: { provider: whatsapp, vendor: meta }, 1️⃣sms: { provider: x } }",
                    "{ meta: \(vendor), 2️⃣twilio: \(vendor) }"
                )
            ) == ["1️⃣ missing-vendor", "2️⃣ unused-vendor"]
        )
    }

    @Test func `a workspace without vendors need not name any`() {
        #expect(findings(workspace("{ whatsapp: { provider: whatsapp } }", "{}")) == [])
    }

    @Test func `a vendor that is not declared is unknown`() {
        let files = workspace(
            "{ whatsapp: { provider: x, vendor: 1️⃣metta }, sms: { provider: x, vendor: meta } }",
            "{ meta: \(vendor) }"
        )
        #expect(findings(files) == ["1️⃣ unknown-vendor"])
        #expect(sentences(files) == ["unknown vendor `metta` — did you mean `meta`?"])
    }

    @Test func `vendors, windows and the rest come into the program`() throws {
        let channels = """
            { whatsapp: { provider: whatsapp, vendor: meta, window: 24 hours, quiet-hours: false },
              sms: { provider: twilio } }
            """
        let meta = """
            { meta: { name: Meta Ireland, country: IE, role: processor, receives: [phone number],
              transfer: adequacy decision, deletion: by their form } }
            """
        var files = workspace(channels, meta)
        files["parley.yaml"]? += "store: { country: DE }\nopt-out: { scope: answered }\n"
        let sources = CheckFixture(files).sources
        let program = try #require(WorkspaceCompiler.compile(sources).program)
        #expect(
            program.vendors == [
                Vendor(
                    name: "meta",
                    legalName: "Meta Ireland",
                    country: "IE",
                    role: .processor,
                    receives: ["phone number"],
                    transfer: "adequacy decision",
                    deletion: "by their form"
                )
            ]
        )
        #expect(program.vendor(named: "meta") == program.vendors.first)
        #expect(program.storageCountry == "DE")
        #expect(program.optOut.rules == [OptOutPolicy.Rule(from: nil, scope: .answered)])
        let (whatsapp, sms) = (program.channels[0], program.channels[1])
        #expect(whatsapp.vendor == "meta")
        #expect(whatsapp.window == .hours(24))
        #expect(!whatsapp.keepsQuietHours)
        #expect(sms.window == nil)
        #expect(sms.keepsQuietHours)
        #expect(program.controller.dpo == nil)
    }
}
