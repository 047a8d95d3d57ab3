package import Clocks
package import Consent
package import FlowProgram

/// `parley.yaml` as written.
package struct SettingsSyntax: Sendable {
    package var controllerName: Located<String>
    package var controllerAddress: Located<String>
    package var controllerContact: Located<String>
    package var controllerCountry: Located<String>
    package var controllerDPO: Located<String>?
    package var controllerAuthority: Located<String>?
    package var locales: [Located<String>]
    package var purposes: [PurposeSyntax]
    package var notices: [NoticeSyntax]
    package var channels: [ChannelSyntax]
    package var vendors: [VendorSyntax]
    package var optOut: OptOutPolicy
    package var storageCountry: Located<String>?
    package var sessionIdle: Located<Period>?
    package var retention: [RetentionSyntax]
    package var audit: AuditSyntax
    package var serve: ServeSyntax
    /// Without `audit` and `serve`, on which no conversation depends.
    package var canonicalBytes: [UInt8]
}

/// One entry of `purposes`.
package struct PurposeSyntax: Sendable {
    package var name: Located<String>
    /// `nil` when it is missing or unreadable, which is reported.
    package var optIn: Located<Purpose.OptIn>?
    package var isExplicit: Bool
    package var isMarketing: Bool
    package var legalBasis: Located<String>
    package var notice: Located<String>
    package var confirmWithin: Located<Period>?
    package var askAgainAfter: Located<Period>?
    package var lapsesAfter: Located<Period>?
    package var data: [String]
    package var recipients: [String]
    package var specialCategories: [Located<String>]
    package var minimumAge: Located<Int>?
    package var onNewNotice: Purpose.NoticeChange
}

/// One entry of `notices` in `parley.yaml`.
package struct NoticeSyntax: Sendable {
    package var name: Located<String>
    package var version: Located<String>
}

/// One entry of `channels`.
package struct ChannelSyntax: Sendable {
    package var name: Located<String>
    package var provider: Located<String>
    package var flow: Located<String>?
    package var window: Located<Period>?
    package var vendor: Located<String>?
    package var keepsQuietHours: Bool
    package var sender: Located<String>?
    package var account: Located<String>?
    package var api: Located<String>?
    package var messagesPerSecond: Int?
    package var templates: [TemplateUseSyntax]
}

/// One entry of `vendors`.
package struct VendorSyntax: Sendable {
    package var name: Located<String>
    package var legalName: Located<String>
    package var country: Located<String>
    /// `nil` when it is missing or unreadable, which is reported.
    package var role: Located<Vendor.Role>?
    package var receives: [String]
    package var transfer: String?
    package var deletion: String?
}

/// One class of records under `retention`, and how long they are kept.
package struct RetentionSyntax: Sendable {
    package enum Rule: Sendable {
        case keep(Located<Period>, from: Located<RetentionAnchor>?, because: String?)
        case preset(Located<String>)
    }

    package var recordClass: RecordClass
    package var rule: Rule
}

/// `audit` as written; what is absent has its default.
package struct AuditSyntax: Sendable {
    package var origin: Located<String>?
    package var checkpointEvery: Located<Period>?
    package var heartbeat: Located<Period>?
    package var exposureLimit: Located<Period>?
    package var keyEpoch: Located<Period>?
    package var publishedFile: Located<String>?
    package var publishedTiles: Located<String>?
    package var publishedLine: Located<String>?
    package var witnessPolicy: Located<String>?
    package var timestampAuthority: Located<String>?
}

/// `serve` as written.
package struct ServeSyntax: Sendable {
    package var listen: Located<String>?
    package var publicURL: Located<String>?
    package var certificate: Located<String>?
    package var privateKey: Located<String>?
}

/// One entry of a channel's `templates`.
package struct TemplateUseSyntax: Sendable {
    /// The text's key, as the catalog has it.
    package var key: Located<String>
    package var name: Located<String>
    package var parameters: [Located<String>]
}

/// One locale file as written; `flow` is set for `locales/<tag>/<flow>.yaml`.
package struct LocaleSyntax: Sendable {
    package var tag: Located<String>
    package var flow: String?
    package var messages: [TextEntrySyntax]
    package var choices: [ChoiceTextSyntax]
    package var words: [WordSetSyntax]
    package var purposes: [TextEntrySyntax]
    package var notices: [TextEntrySyntax]
    package var canonicalBytes: [UInt8]
}

/// A key and its text, in `messages`, `purposes` or `notices` of a locale.
package struct TextEntrySyntax: Sendable {
    package var key: Located<String>
    package var text: Located<String>
}

/// A choice's label and words in one locale.
package struct ChoiceTextSyntax: Sendable {
    package var name: Located<String>
    package var label: Located<String>
    package var words: [Located<String>]
}

/// A named set of words in one locale.
package struct WordSetSyntax: Sendable {
    package var name: Located<String>
    package var words: [Located<String>]
}
