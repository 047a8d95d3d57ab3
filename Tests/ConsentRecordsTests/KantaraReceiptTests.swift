import Consent
import ConsentRecords
import JSONCoding
import Testing

/// The Kantara receipt: the specification's required fields, with their types.
struct KantaraReceiptTests {
    @Test func `every required field is there and has its type`() throws {
        let receipt = try KantaraReceipt.json(Sample.valid)
        #expect(receipt["version"] == "KI-CR-v1.1.0")
        #expect(receipt["jurisdiction"] == "DE")
        // Whole seconds, not milliseconds: 2026-03-01T10:00:41Z.
        #expect(receipt["consentTimestamp"] == .number("1772359241"))
        #expect(receipt["collectionMethod"] == "whatsapp, by contact: choice:agree by button")
        #expect(receipt["consentReceiptID"] == "01020304-0506-4708-890a-0b0c0d0e0f10")
        #expect(receipt["piiPrincipalId"] == "606162636465666768696a6b6c6d6e6f")
        #expect(receipt["sensitive"] == .boolean(false))
        #expect(receipt["spiCat"] == .list([]))
        #expect(receipt["policyUrl"]?.text?.hasPrefix("ni:///sha-256;") == true)
        let controller = try #require(receipt["piiControllers"]).values[0]
        #expect(controller["piiController"] == "Example Company")
        #expect(controller["contact"] == "dpo@example.com")
        #expect(controller["address"]?["addressCountry"] == "DE")
        #expect(controller["email"] == "privacy@example.com")
        #expect(controller["phone"] == "")
    }

    @Test func `the purpose says its category, its data and who else gets them`() throws {
        let receipt = try KantaraReceipt.json(Sample.valid)
        let purposes = try #require(receipt["services"]?.values[0]["purposes"])
        let purpose = purposes.values[0]
        #expect(purpose["consentType"] == "EXPLICIT")
        #expect(purpose["purposeCategory"] == ["6 - Marketing"])
        #expect(purpose["piiCategory"] == ["phone number", "interests"])
        #expect(purpose["thirdPartyDisclosure"] == .boolean(true))
        #expect(purpose["thirdPartyName"] == "WhatsApp Ireland Limited")
        #expect(purpose["termination"]?.text?.contains("Write STOP") == true)
    }

    @Test func `without recipients nothing is disclosed and nobody named`() throws {
        var dossier = Sample.valid
        dossier.recipients = []
        let receipt = try KantaraReceipt.json(dossier)
        let purpose = try #require(receipt["services"]?.values[0]["purposes"]).values[0]
        #expect(purpose["thirdPartyDisclosure"] == .boolean(false))
        #expect(purpose["thirdPartyName"] == nil)
    }

    @Test func `sensitive data are named as such`() throws {
        let purpose = Sample.purpose(explicit: true, marketing: false, special: ["health"])
        let receipt = try KantaraReceipt.json(Sample.dossier([Sample.given], purpose: purpose))
        #expect(receipt["sensitive"] == .boolean(true))
        #expect(receipt["spiCat"] == ["health"])
    }

    @Test func `a consent that ended keeps its time, and says that it ended`() throws {
        let receipt = try KantaraReceipt.json(Sample.ended)
        #expect(receipt["consentTimestamp"] == .number("1772359241"))
        let purpose = try #require(receipt["services"]?.values[0]["purposes"]).values[0]
        #expect(
            purpose["termination"] == "no longer valid: withdrawn at 2026-05-04T18:30:00.000Z"
        )
    }

    @Test func `there is no receipt for a consent that never was`() {
        for events in [[], [Sample.requested]] {
            #expect(throws: ReceiptError.neverGiven) {
                try KantaraReceipt.json(Sample.dossier(events))
            }
        }
    }

    @Test func `a published notice is named by its address`() throws {
        var dossier = Sample.dossier([Sample.requested, Sample.given])
        dossier.events[1].notice?.url = "https://example.com/privacy"
        #expect(try KantaraReceipt.json(dossier)["policyUrl"] == "https://example.com/privacy")
    }
}
