import Clocks
import Consent
import FlowProgram
import MessageCatalog

// LAW: Art. 7(1) and recital 42 GDPR: a proof of consent cites the version of a notice. Terms that
// change under the same version have it say something else than the person was told.
/// V14, in the settings: terms that changed while the version of their notice did not.
struct ChangedTerms {
    private let pair: EditionPair
    /// Purposes of both editions whose notice is the same version.
    private let standing: [(old: DeclaredPurpose, new: DeclaredPurpose)]
    /// Those versions, each once.
    private let notices: [NoticeVersion]

    init(_ pair: EditionPair) {
        self.pair = pair
        standing = pair.standingPurposes
        var notices: [NoticeVersion] = []
        for purpose in standing where !notices.contains(purpose.old.purpose.notice) {
            notices.append(purpose.old.purpose.notice)
        }
        self.notices = notices
    }

    var findings: [ChangeFinding] {
        guard !notices.isEmpty else { return [] }
        return texts + controller + transfers + purposes
    }

    private var texts: [ChangeFinding] {
        notices.compactMap { version in
            guard let old = pair.old.message(of: version), let new = pair.new.message(of: version)
            else { return nil }
            let changed = pair.sharedLocales.filter { locale in
                old.templates[locale.old.value] != new.templates[locale.new.value]
            }
            guard !changed.isEmpty else { return nil }
            return finding(
                "the text of \(version) is another in \(Counted.list(changed.map(\.tag.text))), "
                    + "and its version is the same",
                [version]
            )
        }
    }

    private var controller: [ChangeFinding] {
        let (old, new) = (pair.old.controller, pair.new.controller)
        var changed: [String] = []
        if old.name != new.name { changed.append("`name`") }
        if old.address != new.address { changed.append("`address`") }
        if old.contact != new.contact, notices.contains(where: showsContact) {
            changed.append("`contact`")
        }
        guard !changed.isEmpty else { return [] }
        return [
            finding(
                "\(Counted.list(changed)) of the controller changed, and the version of "
                    + "\(Counted.list(notices.map(\.description))) did not",
                notices
            )
        ]
    }

    /// Whether people read in a notice how to reach the controller.
    private func showsContact(_ version: NoticeVersion) -> Bool {
        guard let message = pair.new.message(of: version) else { return false }
        let names = message.arguments.filter { $0.source == .controllerContact }.map(\.name)
        return message.templates.contains { $0.argumentNames.contains(where: names.contains) }
    }

    private var transfers: [ChangeFinding] {
        let (old, new) = (pair.old.transfers, pair.new.transfers)
        let names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        guard !names.isEmpty else { return [] }
        return [
            finding(
                "what \(Counted.list(names.map { "`\($0)`" })) gets outside the European Economic "
                    + "Area changed, and the version of "
                    + "\(Counted.list(notices.map(\.description))) did not",
                notices
            )
        ]
    }

    private var purposes: [ChangeFinding] {
        standing.compactMap { old, new in
            var changed = old.purpose.changedTerms(new.purpose)
            let isRenamed = pair.sharedLocales.contains { locale in
                old.names[locale.old.value] != new.names[locale.new.value]
            }
            if isRenamed { changed.append("the name") }
            guard !changed.isEmpty else { return nil }
            return finding(
                "\(Counted.list(changed)) of the purpose `\(old.id)` changed, and the version of "
                    + "\(old.purpose.notice) did not",
                [old.purpose.notice]
            )
        }
    }

    private func finding(_ sentence: String, _ versions: [NoticeVersion]) -> ChangeFinding {
        pair.finding(.newTermsNewNotice, sentence, help: Self.help(versions))
    }

    /// Which version to raise, and where.
    static func help(_ versions: [NoticeVersion]) -> String {
        let names = Counted.list(versions.map { "`\($0.name)`" })
        let keys = Counted.list(versions.map { "`\($0.name)@…`" })
        return "raise `version` of \(names) under `notices` in parley.yaml, and give each language "
            + "the text \(keys) for it; `on-new-notice` says what becomes of consent given before"
    }
}

extension EditionPair {
    /// Purposes of both editions whose notice is the same version, in the old order.
    var standingPurposes: [(old: DeclaredPurpose, new: DeclaredPurpose)] {
        old.purposes.compactMap { purpose in
            guard let now = new.declaredPurpose(purpose.id),
                now.purpose.notice == purpose.purpose.notice
            else { return nil }
            return (purpose, now)
        }
    }
}

extension Program {
    fileprivate func message(of version: NoticeVersion) -> Catalog.Message? {
        notices.first { $0.version == version }.map { catalog[$0.message] }
    }

    // LAW: Art. 13(1)(f) GDPR: a notice tells of transfers to third countries, and on what grounds.
    /// Who gets data outside the European Economic Area, or on what a transfer rests.
    fileprivate var transfers: [String: Transfer] {
        var found: [String: Transfer] = [:]
        for vendor in vendors where vendor.transfer != nil || !Transfer.isHome(vendor.country) {
            found[vendor.name] = Transfer(vendor)
        }
        return found
    }
}

/// What a notice tells of a vendor in a third country.
private struct Transfer: Equatable {
    private let legalName: String
    private let country: String
    private let role: Vendor.Role
    private let receives: Set<String>
    private let transfer: String?

    init(_ vendor: Vendor) {
        legalName = vendor.legalName
        country = vendor.country
        role = vendor.role
        receives = Set(vendor.receives)
        transfer = vendor.transfer
    }

    /// The European Economic Area (ISO 3166-1).
    static func isHome(_ country: String) -> Bool {
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
            .split(separator: " ").contains { $0 == country }
    }
}

extension Purpose {
    /// The terms that differ, as they are written in `parley.yaml`; the order of a list is none.
    fileprivate func changedTerms(_ new: Purpose) -> [String] {
        let terms: [(key: String, isSame: Bool)] = [
            ("legal-basis", legalBasis == new.legalBasis),
            ("explicit", isExplicit == new.isExplicit),
            ("marketing", isMarketing == new.isMarketing),
            ("lapses-after", lapsesAfter == new.lapsesAfter),
            ("data", Set(data) == Set(new.data)),
            ("recipients", Set(recipients) == Set(new.recipients)),
            ("special-categories", Set(specialCategories) == Set(new.specialCategories)),
            ("minimum-age", minimumAge == new.minimumAge),
        ]
        return terms.filter { !$0.isSame }.map { "`\($0.key)`" }
    }
}
