import Clocks
import Consent
import Encryption
package import JSONCoding

/// The receipt of the Kantara Initiative's Consent Receipt Specification 1.1.0.
///
/// It tells of consent that was given: there is none for a consent that never was, and what ended
/// it afterwards stands in `termination`.
package enum KantaraReceipt {
    /// The specification's name for itself.
    static let version = "KI-CR-v1.1.0"

    /// The document.
    package static func json(_ dossier: ConsentDossier) throws(ReceiptError) -> JSONValue {
        guard let giving = dossier.giving else { throw .neverGiven }
        let purpose = dossier.purpose
        return .members([
            "version": .text(version),
            "jurisdiction": .text(dossier.jurisdiction),
            "consentTimestamp": .integer(giving.at.milliseconds / 1000),
            "collectionMethod": .text(giving.indication),
            "consentReceiptID": .text(dossier.receiptID.text),
            "language": .text(giving.locale),
            "piiPrincipalId": .text(Hex.encode(dossier.subject.pseudonym)),
            "piiControllers": [controller(dossier.controller)],
            "policyUrl": .text(policy(giving.notice ?? dossier.notice, of: dossier)),
            "services": [
                [
                    "service": .text("\(dossier.controller.name) on \(dossier.channel)"),
                    "purposes": [self.purpose(dossier)],
                ]
            ],
            "sensitive": .boolean(!purpose.specialCategories.isEmpty),
            "spiCat": .list(purpose.specialCategories.map { .text($0) }),
        ])
    }

    /// The specification wants an e-mail address and a telephone number, and we have one contact.
    private static func controller(_ controller: ConsentDossier.Controller) -> JSONValue {
        let contact = controller.contact
        let isEmail = contact.contains("@")
        let isPhone = contact.hasPrefix("+")
        let isPage = contact.hasPrefix("https://") || contact.hasPrefix("http://")
        return .members([
            "piiController": .text(controller.name),
            "contact": .text(controller.dpo ?? contact),
            "address": [
                "streetAddress": .text(controller.address),
                "addressCountry": .text(controller.country),
            ],
            "email": .text(isEmail ? contact : ""),
            "phone": .text(isPhone ? contact : ""),
            "piiControllerUrl": isPage ? .text(contact) : nil,
        ])
    }

    private static func purpose(_ dossier: ConsentDossier) -> JSONValue {
        let purpose = dossier.purpose
        let others = dossier.recipients.map(\.name)
        return .members([
            "purpose": .text(dossier.purposeName),
            // The categories are the specification's own, from its appendix.
            "purposeCategory": [purpose.isMarketing ? "6 - Marketing" : "1 - Core Function"],
            "consentType": "EXPLICIT",
            "piiCategory": .list((purpose.data + purpose.specialCategories).map { .text($0) }),
            "primaryPurpose": .boolean(true),
            "termination": .text(termination(dossier)),
            "thirdPartyDisclosure": .boolean(!others.isEmpty),
            "thirdPartyName": others.isEmpty ? nil : .text(others.joined(separator: ", ")),
        ])
    }

    private static func termination(_ dossier: ConsentDossier) -> String {
        guard dossier.state.isValid else {
            let end = dossier.events.last?.at ?? dossier.issuedAt
            return "no longer valid: \(dossier.state.rawValue) at \(end.text)"
        }
        let ways = dossier.withdrawal.joined(separator: "; ")
        guard let end = dossier.giving?.validUntil else { return "on withdrawal: \(ways)" }
        return "at \(end.text), or before on withdrawal: \(ways)"
    }

    /// Where the notice is; one that is published nowhere is named by its digest (RFC 6920).
    private static func policy(
        _ notice: ConsentDossier.Notice,
        of dossier: ConsentDossier
    ) -> String {
        if let url = notice.url { return url }
        guard let text = notice.text else { return "\(dossier.recordID.urn)#notice" }
        let digest = ConsentDossier.BoundText(text).sha256
        return "ni:///sha-256;\(Base64.encodeURL(digest))"
    }
}

/// Why a receipt cannot be made.
package enum ReceiptError: Error, Equatable, Sendable {
    /// The form tells of given consent, and this one never was.
    case neverGiven
    /// The receipt would be greater than any verifier takes.
    case tooLarge(limit: Int)

    package var sentence: String {
        switch self {
        case .neverGiven:
            "this consent was never given, and a Kantara receipt can only say that one was; "
                + "use `--format jsonld`"
        case .tooLarge(let limit):
            "the signed receipt would have more than \(limit) bytes; "
                + "use `--format jsonld`, which is not signed"
        }
    }
}
