package import Clocks

/// The name of a purpose (`newsletter`), as declared in `parley.yaml`.
package struct PurposeID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    package var description: String { name }

    package static func < (left: PurposeID, right: PurposeID) -> Bool { left.name < right.name }
}

/// A version of a notice (`privacy@2026-03`): what the contact was shown.
package struct NoticeVersion: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    package let version: String

    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    package var description: String { "\(name)@\(version)" }
}

/// What data may be used for, and the rules its consent follows.
package struct Purpose: Hashable, Sendable {
    package enum OptIn: String, Hashable, Sendable, CaseIterable {
        /// One act of the contact.
        case single
        /// Two acts in two turns: a request, then a confirmation.
        case double
    }

    package let id: PurposeID
    package let optIn: OptIn
    // LAW: Art. 9(2)(a) GDPR asks for explicit consent to special categories of data.
    /// A yes must be a statement of its own.
    package let isExplicit: Bool
    package let isMarketing: Bool
    package let legalBasis: String
    /// The current version of the notice that must be seen before a confirmation counts.
    package let notice: NoticeVersion
    /// How long after the first request a confirmation still counts.
    package let confirmWithin: Period
    /// How long after a refusal the controller may not ask again.
    package let askAgainAfter: Period
    /// When given consent ends by itself; `nil` is never.
    package let lapsesAfter: Period?
    package let data: [String]
    package let recipients: [String]
    package let specialCategories: [String]
    // LAW: Art. 8 GDPR: below the age of consent a child's own yes is none.
    /// Completed years a contact must have shown to have; `nil` asks for none.
    package let minimumAge: Int?
    /// What becomes of consent given under an older version of the notice.
    package let onNewNotice: NoticeChange

    /// What a new version of a purpose's notice means for consent given under an older one.
    package enum NoticeChange: String, Hashable, Sendable, CaseIterable {
        /// It stays as it was given.
        case keep
        /// It ends, and has to be asked for again.
        case renew
    }

    /// The default confirmation window for a reply in a chat.
    package static let defaultConfirmWithin = Period.hours(24)
    /// The longest confirmation window a workspace may set.
    package static let longestConfirmWithin = Period.days(14)
    // LAW: the Digital Omnibus proposal of 2025-11-19 forbids asking again within six months of a
    // refusal. It is not law yet; as a default it costs nothing.
    package static let defaultAskAgainAfter = Period.months(6)

    package init(
        id: PurposeID,
        optIn: OptIn,
        isExplicit: Bool,
        isMarketing: Bool,
        legalBasis: String,
        notice: NoticeVersion,
        confirmWithin: Period,
        askAgainAfter: Period,
        lapsesAfter: Period?,
        data: [String],
        recipients: [String],
        specialCategories: [String],
        minimumAge: Int? = nil,
        onNewNotice: NoticeChange = .keep
    ) {
        self.id = id
        self.optIn = optIn
        self.isExplicit = isExplicit
        self.isMarketing = isMarketing
        self.legalBasis = legalBasis
        self.notice = notice
        self.confirmWithin = confirmWithin
        self.askAgainAfter = askAgainAfter
        self.lapsesAfter = lapsesAfter
        self.data = data
        self.recipients = recipients
        self.specialCategories = specialCategories
        self.minimumAge = minimumAge
        self.onNewNotice = onNewNotice
    }
}
