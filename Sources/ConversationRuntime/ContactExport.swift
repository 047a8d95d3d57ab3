import Clocks
import Consent
import Conversations
import Foundation

// LAW: Art. 15 and 20 GDPR: access to one's data, and a copy that another machine can read.
/// What a person gets who asks what is kept about them.
///
/// Its JSON form is a contract: `version` counts up when a member changes its meaning or goes.
package struct ContactExport: Hashable, Sendable, Encodable {
    package static let currentVersion = 1

    package let format = "parley-contact-export"
    package let version = ContactExport.currentVersion
    /// `access` or `portability`.
    package let right: String
    package let exportedAt: String
    /// What the data are for, and under which rules; a portable copy does without.
    package let processing: Processing?
    package let data: PersonalData

    private enum CodingKeys: String, CodingKey {
        case format, version, right, exportedAt, processing, data
    }

    init(_ right: Right, at now: Timestamp, processing: Processing?, data: PersonalData) {
        self.right = right.rawValue
        exportedAt = now.text
        self.processing = processing
        self.data = data
    }

    /// The export as JSON: the same contents are the same bytes.
    package var json: [UInt8] { Self.encode(self) }

    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("texts, numbers and lists are always JSON")
        }
        return [UInt8](data) + [UInt8(ascii: "\n")]
    }
}

/// The copy of the data itself.
package struct PersonalData: Hashable, Sendable, Encodable {
    package struct Address: Hashable, Sendable, Encodable {
        package let channel: String
        package let address: String
    }

    /// Where one consent stands.
    package struct Consent: Hashable, Sendable, Encodable {
        package let purpose: String
        package let channel: String
        package let state: String
        package let since: String
        package let notice: String?
        package let firstRequestedAt: String?
        package let expiresAt: String?
        package let notAskedAgainBefore: String?
        package let lastUsedAt: String?
    }

    /// The proof of one change of consent.
    package struct Proof: Hashable, Sendable, Encodable {
        package let at: String
        package let purpose: String
        package let purposeName: String
        package let channel: String
        package internal(set) var address: String
        package let from: String
        package let to: String
        package let act: String
        package let cause: String
        package let actor: String
        package let controller: String
        package let locale: String
        package let turn: UInt64
        package let flow: String?
        package let step: String?
        package let wordsShown: String?
        package let notice: String?
        package let noticeText: String?
        package let noticeShownAt: String?
        package internal(set) var messageID: String?
        package let validUntil: String?
    }

    /// A value that the person gave, or that a flow took down.
    package struct Entry: Hashable, Sendable, Encodable {
        package let flow: String
        package let slot: String
        package let value: ExportedValue
        package let keptUntil: String?
        /// Whether it outlived the conversation it was given in.
        package let isKept: Bool
    }

    package struct Request: Hashable, Sendable, Encodable {
        package let right: String
        package let receivedAt: String
        package let dueAt: String
        package let closedAt: String?
    }

    package struct ShownNotice: Hashable, Sendable, Encodable {
        package let notice: String
        package let locale: String
        package let channel: String
        package let at: String
    }

    package struct Message: Hashable, Sendable, Encodable {
        package let channel: String
        package let text: String
        package let purpose: String?
    }

    package struct Deletion: Hashable, Sendable, Encodable {
        package let at: String
        package let recordClass: String
        package let why: String
    }

    package struct Age: Hashable, Sendable, Encodable {
        package let atLeast: Int
        package let shownAt: String
    }

    package internal(set) var addresses: [Address]
    package let locale: String?
    package let consents: [Consent]
    package let values: [Entry]
    /// What the controller made of the person; a portable copy holds only what they gave.
    package internal(set) var record: Record?

    /// What is kept about a person besides what they provided.
    package struct Record: Hashable, Sendable, Encodable {
        /// The name they have in the audit log, and how many of its leaves are about them.
        package let pseudonym: String
        package let auditLeaves: UInt64
        package let createdAt: String?
        package let lastHeardAt: String?
        package let optedOutAt: String?
        package let isOptOutInDoubt: Bool
        package let isRestricted: Bool
        package let age: Age?
        package let conversation: [String]
        package let lastQuestion: String?
        package let waitingMessages: [Message]
        package let shownNotices: [ShownNotice]
        package internal(set) var evidence: [Proof]
        package let requests: [Request]
        package let plannedDeletion: Deletion?
    }
}

/// A value as JSON writes it.
package enum ExportedValue: Hashable, Sendable, Encodable {
    case text(String)
    /// As the program writes numbers, with every digit.
    case number(String)
    case truth(Bool)

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .truth(let truth): try container.encode(truth)
        case .number(let text):
            // A number that is none to Foundation is still worth its digits.
            guard let number = Decimal(string: text, locale: nil) else {
                return try container.encode(text)
            }
            try container.encode(number)
        }
    }

    package var text: String {
        switch self {
        case .text(let text), .number(let text): text
        case .truth(let truth): truth ? "yes" : "no"
        }
    }
}
