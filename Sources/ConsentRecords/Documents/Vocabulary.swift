import Consent
import JSONCoding

/// The terms of the W3C Data Privacy Vocabulary 2.3 that records are written in.
enum Vocabulary {
    /// The profiles of ISO/IEC TS 27560 that the vocabulary's editors define.
    enum Profile: String, CaseIterable {
        case receipt = "https://w3id.org/dpv/schema/dpv-27560#receipt"
        case receiptGDPR = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr"
        case record = "https://w3id.org/dpv/schema/dpv-27560#record"
        case recordGDPR = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"
    }

    /// What the prefixes and the kinds of values mean, inline, so that no reader needs a network.
    static let context: JSONValue = [
        "dct": "http://purl.org/dc/terms/",
        "dpv": "https://w3id.org/dpv#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "loc": "https://w3id.org/dpv/loc#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "schema": "https://schema.org/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dct:conformsTo": ["@type": "@id"],
        "dct:created": ["@type": "xsd:dateTime"],
        "dct:modified": ["@type": "xsd:dateTime"],
        "dct:publisher": ["@type": "@id"],
        "dpv:hasDataController": ["@type": "@id"],
        "dpv:hasDataSource": ["@type": "@id"],
        "dpv:hasJurisdiction": ["@type": "@id"],
        "dpv:hasLegalBasis": ["@type": "@id"],
        "dpv:hasLocation": ["@type": "@id"],
        "dpv:hasNotice": ["@type": "@id"],
        "dpv:hasProcessing": ["@type": "@id"],
        "dpv:hasRecipient": ["@type": "@id"],
        "dpv:isIndicatedAtTime": ["@type": "xsd:dateTime"],
        "dpv:isIndicatedBy": ["@type": "@id"],
        "schema:recipient": ["@type": "@id"],
    ]

    /// The status of consent; `dpv:ConsentTerminated`, which older guides name, does not exist.
    static func status(_ state: ConsentState) -> String {
        switch state {
        case .unknown: "dpv:ConsentUnknown"
        case .requested: "dpv:ConsentRequested"
        case .deferred: "dpv:ConsentRequestDeferred"
        case .refused: "dpv:ConsentRefused"
        case .given: "dpv:ConsentGiven"
        case .renewed: "dpv:RenewedConsentGiven"
        case .expired: "dpv:ConsentExpired"
        case .invalidated: "dpv:ConsentInvalidated"
        case .revoked: "dpv:ConsentRevoked"
        case .withdrawn: "dpv:ConsentWithdrawn"
        }
    }

    /// The state a status stands for.
    static func state(_ status: String) -> ConsentState? {
        ConsentState.allCases.first { self.status($0) == status }
    }

    static func role(_ role: ConsentDossier.Recipient.Role) -> String {
        switch role {
        case .processor: "dpv:DataProcessor"
        case .jointController: "dpv:JointDataControllers"
        case .controller: "dpv:DataController"
        case .recipient: "dpv:Recipient"
        }
    }

    /// A country as the vocabulary names it, or as it was written where it is no country code.
    static func place(_ text: String) -> JSONValue {
        let isCode = text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        return isCode ? .text("loc:\(text)") : ["@type": "dpv:Location", "dct:title": .text(text)]
    }

    /// Where the GDPR applies by itself: the European Economic Area.
    static func isUnderGDPR(_ jurisdiction: String) -> Bool {
        let area =
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
            + " IS LI NO EU EEA"
        return area.split(separator: " ").contains { $0 == jurisdiction }
    }

    // LAW: Art. 6(1)(a) and 9(2)(a) GDPR.
    static func legalBases(_ purpose: Purpose, isUnderGDPR: Bool) -> [String] {
        guard isUnderGDPR else { return [consentType(purpose)] }
        let general = purpose.isExplicit ? "eu-gdpr:A6-1-a-explicit-consent" : "eu-gdpr:A6-1-a"
        return purpose.specialCategories.isEmpty ? [general] : [general, "eu-gdpr:A9-2-a"]
    }

    static func consentType(_ purpose: Purpose) -> String {
        purpose.isExplicit ? "dpv:ExplicitlyExpressedConsent" : "dpv:ExpressedConsent"
    }

    /// The rights a record under the GDPR tells of, with the names the vocabulary gives them.
    static let rights: [(term: String, name: String)] = [
        ("eu-gdpr:A7-3", "Right to withdraw consent"),
        ("eu-gdpr:A15", "Right of access"),
        ("eu-gdpr:A16", "Right to rectification"),
        ("eu-gdpr:A17", "Right to erasure"),
        ("eu-gdpr:A18", "Right to restriction of processing"),
        ("eu-gdpr:A20", "Right to data portability"),
        ("eu-gdpr:A21", "Right to object"),
        ("eu-gdpr:A77", "Right to lodge a complaint with a supervisory authority"),
    ]
}
