import Clocks
package import Consent
import Encryption
import JSONCoding

/// What a verified receipt claims, in short.
package struct ReceiptSummary: Hashable, Sendable {
    package let format: SignedReceipt.Format
    /// The signing key's name.
    package let keyID: String
    package let receiptID: String
    package let controller: String
    package let purpose: String
    /// The pseudonym, in hexadecimal.
    package let subject: String
    /// The last state it tells of.
    package let state: ConsentState
    /// When that state was entered (RFC 3339).
    package let since: String

    /// `nil` when the document is not what its type says.
    init?(_ document: JSONValue, _ format: SignedReceipt.Format, _ key: SigningKey.PublicKey) {
        let claims =
            switch format {
            case .jsonld: Self.claims(record: document)
            case .kantara: Self.claims(kantara: document)
            }
        guard let claims else { return nil }
        self.format = format
        keyID = key.keyID
        receiptID = claims.receiptID
        controller = claims.controller
        purpose = claims.purpose
        subject = claims.subject
        state = claims.state
        since = claims.since
    }

    /// The end of the year 9999.
    private static let lastSecond: Int64 = 253_402_300_799

    private struct Claims {
        let receiptID: String
        let controller: String
        let purpose: String
        let subject: String
        let state: ConsentState
        let since: String
    }

    private static func claims(record document: JSONValue) -> Claims? {
        let profiles = [Vocabulary.Profile.receipt, .receiptGDPR].map(\.rawValue)
        guard document["@type"]?.text == "dpv:ConsentReceipt",
            let profile = document["dct:conformsTo"]?.text, profiles.contains(profile),
            let receiptID = document["dct:identifier"]?.text,
            let record = document["dpv:hasRecordOfActivity"],
            record["@type"]?.text == "dpv:ConsentRecord",
            let subject = record["dpv:hasDataSubject"]?["dpv:hasIdentifier"]?.text,
            let purpose = record["dpv:hasProcess"]?["dpv:hasPurpose"]?["dct:title"]?.text,
            let controller = record["dpv:hasEntity"]?.values.first?["dpv:hasName"]?.text,
            let status = record["dpv:hasConsentStatus"]?.values.last,
            let term = status["@type"]?.values.first?.text, let state = Vocabulary.state(term),
            let since = status["dpv:isIndicatedAtTime"]?.text
        else { return nil }
        return Claims(
            receiptID: receiptID,
            controller: controller,
            purpose: purpose,
            subject: subject,
            state: state,
            since: since
        )
    }

    private static func claims(kantara document: JSONValue) -> Claims? {
        guard document["version"]?.text == KantaraReceipt.version,
            let receiptID = document["consentReceiptID"]?.text,
            let subject = document["piiPrincipalId"]?.text,
            let controller = document["piiControllers"]?.values.first?["piiController"]?.text,
            let purposes = document["services"]?.values.first?["purposes"],
            let purpose = purposes.values.first?["purpose"]?.text,
            case .number(let number)? = document["consentTimestamp"], let seconds = Int64(number),
            (0...Self.lastSecond).contains(seconds)
        else { return nil }
        return Claims(
            receiptID: receiptID,
            controller: controller,
            purpose: purpose,
            subject: subject,
            state: .given,
            since: Timestamp(milliseconds: seconds * 1000).text
        )
    }
}
