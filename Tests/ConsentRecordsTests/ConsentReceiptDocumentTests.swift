import Consent
import ConsentRecords
import Encryption
import JSONCoding
import Testing

/// The 27560 receipt: its mandatory fields, its terms, and what is left out.
struct ConsentReceiptDocumentTests {
    private func receipt(_ dossier: ConsentDossier) -> JSONValue {
        ConsentReceiptDocument(dossier).json
    }

    private func record(_ dossier: ConsentDossier) throws -> JSONValue {
        try #require(receipt(dossier)["dpv:hasRecordOfActivity"])
    }

    private func statuses(_ dossier: ConsentDossier) throws -> [JSONValue] {
        try #require(record(dossier)["dpv:hasConsentStatus"]).values
    }

    @Test func `the receipt's header has schema, identifier and time`() {
        let receipt = receipt(Sample.valid)
        #expect(receipt["@type"] == "dpv:ConsentReceipt")
        #expect(
            receipt["dct:conformsTo"] == "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr"
        )
        #expect(receipt["dct:identifier"] == "01020304-0506-4708-890a-0b0c0d0e0f10")
        #expect(receipt["@id"] == "urn:uuid:01020304-0506-4708-890a-0b0c0d0e0f10")
        #expect(receipt["dct:created"] == "2026-06-01T08:00:00.000Z")
    }

    @Test func `the record's header has schema, identifier and person`() throws {
        let record = try record(Sample.valid)
        #expect(record["@type"] == "dpv:ConsentRecord")
        #expect(record["dct:conformsTo"] == "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr")
        #expect(record["dct:identifier"] == "21222324-2526-4728-a92a-2b2c2d2e2f30")
        let person = try #require(record["dpv:hasDataSubject"])
        #expect(person["dpv:hasIdentifier"] == "606162636465666768696a6b6c6d6e6f")
    }

    @Test func `the processing section has every mandatory field`() throws {
        let record = try record(Sample.valid)
        let process = try #require(record["dpv:hasProcess"])
        #expect(process["dpv:hasPurpose"]?["@type"] == "dpv:DirectMarketing")
        #expect(process["dpv:hasPurpose"]?["dct:title"] == "Newsletter")
        #expect(process["dpv:hasPersonalData"]?.values.count == 2)
        #expect(record["dpv:hasJurisdiction"] == "loc:DE")
        #expect(record["dpv:hasLegalBasis"] == ["eu-gdpr:A6-1-a"])
        let storage = try #require(process["dpv:hasStorageCondition"]).values
        #expect(storage.map { $0["@type"] } == ["dpv:StorageLocation", "dpv:StorageDuration"])
        #expect(storage[0]["dpv:hasLocation"] == "loc:DE")
        #expect(storage[1]["dpv:hasDuration"]?["rdf:value"] == "P5Y")
        #expect(storage[1]["dct:source"]?.text?.contains("§ 7a UWG") == true)
        #expect(process["dpv:hasRecipient"]?.values.count == 1)
        let ways = try #require(record["dpv:hasConsentControl"]).values
        #expect(ways.allSatisfy { $0["@type"] == "dpv:WithdrawConsent" })
        #expect(ways.first?["dpv:isExercisedAt"] == "Write STOP to us on WhatsApp.")
    }

    @Test func `each party has identifier, name, address, contact and type`() throws {
        let parties = try #require(record(Sample.valid)["dpv:hasEntity"]).values
        #expect(parties.count == 4)
        let fields = [
            "@type", "dpv:hasIdentifier", "dpv:hasName", "dpv:hasAddress", "dpv:hasContact",
        ]
        for party in parties {
            for field in fields { #expect(party[field]?.text?.isEmpty == false, "\(field)") }
        }
        #expect(
            parties.map { $0["@type"] } == [
                "dpv:DataController", "dpv:DataProtectionOfficer", "dpv:DataProtectionAuthority",
                "dpv:DataProcessor",
            ]
        )
        #expect(parties.last?["dct:description"]?.text?.contains("2023/1795") == true)
    }

    @Test func `each event has time, duration, entity, type and state`() throws {
        let statuses = try statuses(Sample.ended)
        #expect(statuses.count == 3)
        for status in statuses {
            #expect(status["dpv:isIndicatedAtTime"]?.text?.hasSuffix("Z") == true)
            #expect(status["dpv:hasDuration"]?["rdf:value"]?.text?.isEmpty == false)
            #expect(status["dpv:isIndicatedBy"] == "dpv:DataSubject")
            #expect(status["dpv:hasLegalBasis"] == "dpv:ExpressedConsent")
        }
        #expect(
            statuses.map { $0["@type"]?.values.first } == [
                "dpv:ConsentRequested", "dpv:ConsentGiven", "dpv:ConsentWithdrawn",
            ]
        )
        #expect(statuses[1]["@type"] == ["dpv:ConsentGiven", "dpv:ExpressedConsent"])
        #expect(statuses[1]["dpv:hasDuration"]?["@type"] == "dpv:UntilTimeDuration")
        #expect(statuses[2]["dpv:hasDuration"]?["@type"] == "dpv:UntilEventDuration")
        #expect(statuses[1]["schema:position"] == .number("14"))
    }

    @Test func `the notice has its version, its language, its text and its digest`() throws {
        let notices = try #require(record(Sample.valid)["dpv:hasNotice"]).values
        #expect(notices.count == 1)
        #expect(notices[0]["@type"] == "dpv:ConsentNotice")
        #expect(notices[0]["dct:identifier"] == "privacy@2026-03")
        #expect(notices[0]["dct:language"] == "ar")
        #expect(
            notices[0]["schema:text"] == ["@value": .text(Sample.noticeText), "@language": "ar"]
        )
        #expect(notices[0]["schema:sha256"]?.text?.count == 64)
        let given = try statuses(Sample.valid)[1]
        #expect(given["dpv:hasNotice"] == notices[0]["@id"])
    }

    @Test func `explicit consent to special categories names both articles`() throws {
        let purpose = Sample.purpose(explicit: true, special: ["health"])
        let dossier = Sample.dossier([Sample.given], purpose: purpose)
        let record = try record(dossier)
        #expect(
            record["dpv:hasLegalBasis"] == ["eu-gdpr:A6-1-a-explicit-consent", "eu-gdpr:A9-2-a"]
        )
        let data = try #require(record["dpv:hasProcess"]?["dpv:hasPersonalData"]).values
        #expect(data.last?["@type"] == "dpv:SpecialCategoryPersonalData")
        #expect(try statuses(dossier)[0]["dpv:hasLegalBasis"] == "dpv:ExplicitlyExpressedConsent")
    }

    @Test func `outside the GDPR no article of it is named`() {
        let receipt = receipt(Sample.dossier([Sample.given], jurisdiction: "US")).compact
        #expect(receipt.contains("dpv-27560#receipt\""))
        #expect(!receipt.contains("eu-gdpr:A"))
    }

    @Test func `a consent nobody asked for is unknown, and still has an event`() throws {
        let statuses = try statuses(Sample.dossier([]))
        #expect(statuses.count == 1)
        #expect(statuses[0]["@type"] == "dpv:ConsentUnknown")
    }

    @Test(arguments: ConsentState.allCases)
    func `every state has its term, and none is the one that does not exist`(
        state: ConsentState
    ) throws {
        var event = Sample.given
        event.to = state
        let type = try #require(statuses(Sample.dossier([event]))[0]["@type"]).values[0].text
        let term = try #require(type)
        #expect(term.hasPrefix("dpv:"))
        #expect(term.contains("Consent"))
        #expect(term != "dpv:ConsentTerminated")
    }

    @Test func `ten states have ten terms`() throws {
        var terms: Set<JSONValue> = []
        for state in ConsentState.allCases {
            var event = Sample.given
            event.to = state
            terms.insert(try #require(statuses(Sample.dossier([event]))[0]["@type"]).values[0])
        }
        #expect(terms.count == 10)
    }

    @Test func `what an operator is told of is still the person's decision`() throws {
        var event = Sample.withdrawn
        event.actor = .operator
        #expect(try statuses(Sample.dossier([event]))[0]["dpv:isIndicatedBy"] == "dpv:DataSubject")
        event.to = .revoked
        let controller = "urn:uuid:21222324-2526-4728-a92a-2b2c2d2e2f30#controller"
        #expect(
            try statuses(Sample.dossier([event]))[0]["dpv:isIndicatedBy"] == .text(controller)
        )
    }

    @Test func `the same dossier gives the same bytes`() {
        #expect(receipt(Sample.ended).compact == receipt(Sample.ended).compact)
        let pretty = receipt(Sample.ended).pretty
        #expect(JSONReader.read([UInt8](pretty.utf8)) == receipt(Sample.ended))
    }

    @Test func `an unknown locale gives no language tag`() throws {
        var event = Sample.given
        event.locale = "not a locale"
        let text = try statuses(Sample.dossier([event]))[0]["schema:text"]
        #expect(text == .text(Sample.wordsOfConfirmation))
    }

    @Test func `pseudonymised, digests stand for words and message identifiers`() throws {
        let full = Sample.valid
        #expect(full.includesPersonalData)
        let bare = full.pseudonymised()
        #expect(!bare.includesPersonalData)
        let text = receipt(bare).compact
        for personal in [
            Sample.messageID, "+49", "Zoë", Sample.wordsOfConfirmation,
        ] {
            #expect(receipt(full).compact.contains(personal))
            #expect(!text.contains(personal))
        }
        let status = try statuses(bare)[0]
        #expect(status["schema:identifier"]?.text?.hasPrefix("sha256:") == true)
        #expect(status["schema:sha256"]?.text?.count == 64)
        #expect(status["schema:sha256"] == (try statuses(full)[0]["schema:sha256"]))
    }
}
