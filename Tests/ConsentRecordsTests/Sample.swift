import Clocks
import Consent
import ConsentRecords
import Encryption

/// A double opt-in to a newsletter in Arabic, withdrawn later, and what tests change about it.
enum Sample {
    static let pseudonym = [UInt8](0x60...0x6F)
    static let wordsOfRequest = "Möchtest du unseren Newsletter?\n– Zoë & Söhne"
    static let wordsOfConfirmation = "هل تؤكد الاشتراك في النشرة؟"
    static let noticeText = "إشعار الخصوصية: نرسل إليك رسالة واحدة في الأسبوع."
    static let messageID = "wamid.HBgNNDkxNzAwMDAwMDAwMRUCABEYEjA"

    static let key = SigningKey(seed: SecretBytes([UInt8](0x80...0x9F)))

    static func instant(_ text: String) -> Timestamp {
        guard let instant = Timestamp(text) else { preconditionFailure("no instant: \(text)") }
        return instant
    }

    static func id(_ first: UInt8) -> RecordID {
        guard let id = RecordID(random: [UInt8](first..<first + 16)) else {
            preconditionFailure("16 bytes are an identifier")
        }
        return id
    }

    static let notice = ConsentDossier.Notice(
        version: NoticeVersion(name: "privacy", version: "2026-03"),
        locale: "ar",
        text: noticeText
    )

    static func purpose(
        explicit: Bool = false,
        marketing: Bool = true,
        special: [String] = [],
        minimumAge: Int? = nil
    ) -> Purpose {
        Purpose(
            id: PurposeID("newsletter"),
            optIn: .double,
            isExplicit: explicit,
            isMarketing: marketing,
            legalBasis: "consent",
            notice: notice.version,
            confirmWithin: .hours(24),
            askAgainAfter: .months(6),
            lapsesAfter: .months(24),
            data: ["phone number", "interests"],
            recipients: ["WhatsApp"],
            specialCategories: special,
            minimumAge: minimumAge
        )
    }

    static var requested: ConsentDossier.Event {
        ConsentDossier.Event(
            at: instant("2026-03-01T10:00:00Z"),
            from: .unknown,
            to: .requested,
            act: .request,
            actor: .contact,
            channel: "whatsapp",
            method: "choice:yes by button",
            message: messageID,
            words: wordsOfRequest,
            locale: "de",
            validUntil: instant("2026-03-02T10:00:00Z"),
            flow: "newsletter@4f2a, step ask",
            auditLeaf: 11
        )
    }

    static var given: ConsentDossier.Event {
        ConsentDossier.Event(
            at: instant("2026-03-01T10:00:41.250Z"),
            from: .requested,
            to: .given,
            act: .confirm,
            actor: .contact,
            channel: "whatsapp",
            method: "choice:agree by button",
            message: messageID + "Q",
            words: wordsOfConfirmation,
            notice: notice,
            locale: "ar",
            validUntil: instant("2028-03-01T10:00:41.250Z"),
            flow: "newsletter@4f2a, step confirm",
            auditLeaf: 14
        )
    }

    static var withdrawn: ConsentDossier.Event {
        ConsentDossier.Event(
            at: instant("2026-05-04T18:30:00Z"),
            from: .given,
            to: .withdrawn,
            act: .withdraw,
            actor: .contact,
            channel: "whatsapp",
            method: "opt-out",
            locale: "ar",
            auditLeaf: 99
        )
    }

    static func dossier(
        _ events: [ConsentDossier.Event],
        purpose: Purpose? = nil,
        jurisdiction: String = "DE"
    ) -> ConsentDossier {
        ConsentDossier(
            receiptID: id(1),
            recordID: id(0x21),
            issuedAt: instant("2026-06-01T08:00:00Z"),
            subject: ConsentDossier.Subject(pseudonym: pseudonym, address: "whatsapp:+49…01"),
            controller: ConsentDossier.Controller(
                name: "Example Company",
                address: "Example Street 1, 10115 Berlin",
                contact: "privacy@example.com",
                country: "DE",
                dpo: "dpo@example.com",
                authority: "Berliner Beauftragte für Datenschutz und Informationsfreiheit"
            ),
            channel: "whatsapp",
            purpose: purpose ?? Self.purpose(),
            purposeName: "Newsletter",
            recipients: [
                ConsentDossier.Recipient(
                    name: "WhatsApp Ireland Limited",
                    country: "IE",
                    role: .processor,
                    receives: ["phone number"],
                    transfer: "adequacy decision (EU) 2023/1795"
                )
            ],
            storage: ConsentDossier.Storage(
                country: "DE",
                period: .months(60),
                citation: "§ 7a UWG: five years from giving and from every use"
            ),
            jurisdiction: jurisdiction,
            notice: notice,
            events: events,
            withdrawal: ["Write STOP to us on WhatsApp.", "Write to privacy@example.com."]
        )
    }

    static var valid: ConsentDossier { dossier([requested, given]) }
    static var ended: ConsentDossier { dossier([requested, given, withdrawn]) }
}
