package import Clocks
package import Consent

// LAW: Art. 7(1) GDPR; BGH, 10 February 2011, I ZR 164/09: what each person declared is fully
// documented, and can be printed at any time.
/// All there is to know about one contact's consent to one purpose on one channel: what every
/// record, receipt and page is made from.
///
/// A plain value: the caller says everything, identifiers and times too.
package struct ConsentDossier: Hashable, Sendable {
    package var receiptID: RecordID
    package var recordID: RecordID
    package var issuedAt: Timestamp
    package var subject: Subject
    package var controller: Controller
    package var channel: String
    package var purpose: Purpose
    /// What people are told the purpose is called.
    package var purposeName: String
    package var recipients: [Recipient]
    package var storage: Storage
    /// Whose law applies: ISO 3166-1, two letters, or `EU`.
    package var jurisdiction: String
    /// The notice that is in force; what was shown stands with each event.
    package var notice: Notice
    /// What happened, oldest first.
    package var events: [Event]
    /// Ways to withdraw, as sentences.
    package var withdrawal: [String]

    package init(
        receiptID: RecordID,
        recordID: RecordID,
        issuedAt: Timestamp,
        subject: Subject,
        controller: Controller,
        channel: String,
        purpose: Purpose,
        purposeName: String,
        recipients: [Recipient],
        storage: Storage,
        jurisdiction: String,
        notice: Notice,
        events: [Event],
        withdrawal: [String]
    ) {
        self.receiptID = receiptID
        self.recordID = recordID
        self.issuedAt = issuedAt
        self.subject = subject
        self.controller = controller
        self.channel = channel
        self.purpose = purpose
        self.purposeName = purposeName
        self.recipients = recipients
        self.storage = storage
        self.jurisdiction = jurisdiction
        self.notice = notice
        self.events = events
        self.withdrawal = withdrawal
    }

    /// Where the consent stands at the time of issue.
    package var state: ConsentState { events.last?.to ?? .unknown }

    /// The act that consent was last given with, whatever became of it since.
    package var giving: Event? { events.last { $0.to.isValid } }

    /// The request that the last giving answered.
    ///
    /// Both are acts of the contact when consent was given by double opt-in.
    package var request: Event? {
        guard let end = events.lastIndex(where: { $0.to.isValid }) else { return nil }
        return events[..<end].last { $0.to == .requested }
    }

    /// The notices that were shown, in the order of their first showing, and the one in force.
    package var notices: [Notice] {
        var all: [Notice] = []
        for notice in events.compactMap(\.notice) + [notice]
        where !all.contains(where: { $0.isSame(as: notice) }) {
            all.append(notice)
        }
        return all
    }

    // LAW: ISO/IEC TS 27560:2023, annex E: receipts are pseudonymised.
    /// The dossier with the pseudonym only: no address, and digests for the words shown and for
    /// message identifiers.
    ///
    /// Words shown may have the contact's name in them, and some providers' message identifiers
    /// have the telephone number in them.
    package func pseudonymised() -> ConsentDossier {
        var bare = self
        bare.subject.address = nil
        bare.events = events.map { $0.pseudonymised() }
        return bare
    }

    /// Whether anything but the pseudonym leads to the person.
    package var includesPersonalData: Bool { self != pseudonymised() }
}

extension ConsentDossier {
    /// The person, under the name the audit log knows.
    package struct Subject: Hashable, Sendable {
        /// 16 bytes.
        package var pseudonym: [UInt8]
        /// The address with its middle left out, for a page that goes to the person.
        package var address: String?

        package init(pseudonym: [UInt8], address: String? = nil) {
            precondition(pseudonym.count == RecordID.count, "a pseudonym has 16 bytes")
            self.pseudonym = pseudonym
            self.address = address
        }
    }

    /// Who is responsible.
    package struct Controller: Hashable, Sendable {
        package var name: String
        package var address: String
        /// An e-mail address, a telephone number or a web page.
        package var contact: String
        /// ISO 3166-1, two letters.
        package var country: String
        /// How to reach the data protection officer.
        package var dpo: String?
        /// The supervisory authority.
        package var authority: String?

        package init(
            name: String,
            address: String,
            contact: String,
            country: String,
            dpo: String? = nil,
            authority: String? = nil
        ) {
            self.name = name
            self.address = address
            self.contact = contact
            self.country = country
            self.dpo = dpo
            self.authority = authority
        }
    }

    /// Somebody who receives the data.
    package struct Recipient: Hashable, Sendable {
        package enum Role: String, Hashable, Sendable, CaseIterable {
            case processor
            case jointController = "joint-controller"
            case controller
            case recipient
        }

        package var name: String
        /// ISO 3166-1, two letters; `nil` where only a name is declared.
        package var country: String?
        package var role: Role
        package var receives: [String]
        /// What a transfer to a third country rests on.
        package var transfer: String?

        package init(
            name: String,
            country: String? = nil,
            role: Role = .recipient,
            receives: [String] = [],
            transfer: String? = nil
        ) {
            self.name = name
            self.country = country
            self.role = role
            self.receives = receives
            self.transfer = transfer
        }
    }

    /// Where the data are and for how long.
    package struct Storage: Hashable, Sendable {
        /// ISO 3166-1, two letters.
        package var country: String
        package var period: Period
        /// The rule the period comes from, and what it counts from.
        package var citation: String

        package init(country: String, period: Period, citation: String) {
            self.country = country
            self.period = period
            self.citation = citation
        }
    }

    /// A notice in one language.
    package struct Notice: Hashable, Sendable {
        package var version: NoticeVersion
        /// BCP 47.
        package var locale: String
        /// The whole text, where it is known.
        package var text: String?
        /// Where it is published.
        package var url: String?

        package init(
            version: NoticeVersion,
            locale: String,
            text: String? = nil,
            url: String? = nil
        ) {
            self.version = version
            self.locale = locale
            self.text = text
            self.url = url
        }

        func isSame(as other: Notice) -> Bool {
            version == other.version && locale == other.locale && text == other.text
        }
    }
}
