import Clocks
import Consent

// The export for people: one fact a line, under the paragraph of the law that asks for it.
extension ContactExport {
    /// The lines of the readable form.
    package var lines: [String] {
        let title = processing == nil ? "Your data, to take with you" : "What is kept about you"
        let law = processing == nil ? "Art. 20 GDPR" : "Art. 15 GDPR"
        return ["\(title) (\(law)), on \(exportedAt)"] + (processing?.lines ?? []) + data.lines
    }

    package var text: String { lines.joined(separator: "\n") + "\n" }
}

extension Processing {
    fileprivate var lines: [String] {
        section("Who is responsible", controllerLines)
            + section("What for: Art. 15(1)(a)", purposes.flatMap(\.lines))
            + section("Which kinds of data: Art. 15(1)(b)", categories)
            + section("Who receives them: Art. 15(1)(c) and 15(2)", recipients.flatMap(\.lines))
            + section("How long they are kept: Art. 15(1)(d)", storagePeriods.map(\.line))
            + section(
                "Your rights: Art. 15(1)(e)",
                rights.map { "\($0.to) (\($0.law)): \($0.how)" }
            )
            + section(
                "Where you may complain: Art. 15(1)(f)",
                ["\(complaint.authority) (\(complaint.law))"]
            )
            + section("Where the data come from: Art. 15(1)(g)", [source])
            + section("Automated decisions: Art. 15(1)(h)", [automatedDecisions])
    }

    private var controllerLines: [String] {
        let place = "\(controller.address) (\(controller.country))"
        return [controller.name, place, controller.contact]
            + (controller.dataProtectionOfficer.map { ["data protection officer: \($0)"] } ?? [])
            + (storedIn.map { ["the data are stored in \($0)"] } ?? [])
    }
}

extension Processing.Purpose {
    fileprivate var lines: [String] {
        var facts = ["legal basis: \(legalBasis)", "notice: \(notice)"]
        if isMarketing { facts.append("direct marketing") }
        if !data.isEmpty { facts.append("data: \(data.joined(separator: ", "))") }
        if !specialCategories.isEmpty {
            facts.append("special categories: \(specialCategories.joined(separator: ", "))")
        }
        if !recipients.isEmpty {
            facts.append("recipients: \(recipients.joined(separator: ", "))")
        }
        if let minimumAge { facts.append("from the age of \(minimumAge)") }
        if let consentEndsAfter { facts.append("consent ends after \(consentEndsAfter)") }
        return ["\(name) (\(id))"] + facts.map { "  \($0)" }
    }
}

extension Processing.Recipient {
    fileprivate var lines: [String] {
        var facts: [String] = []
        if !channels.isEmpty { facts.append("carries: \(channels.joined(separator: ", "))") }
        if !receives.isEmpty { facts.append("receives: \(receives.joined(separator: ", "))") }
        if let transferSafeguard { facts.append("the transfer rests on: \(transferSafeguard)") }
        return ["\(legalName), \(country), \(role)"] + facts.map { "  \($0)" }
    }
}

extension Processing.StoragePeriod {
    fileprivate var line: String {
        "\(of): \(keptFor)\(because.map { ", because \($0)" } ?? "")"
    }
}

extension PersonalData {
    /// The lines of the readable form.
    package var lines: [String] {
        let basics =
            addresses.map { "\($0.channel): \($0.address)" }
            + (locale.map { ["language: \($0)"] } ?? [])
        return section("Addresses and language", basics)
            + section("Consent", consents.map(\.line))
            + section("Values", values.map(\.line))
            + (record?.lines ?? [])
    }
}

extension PersonalData {
    package var text: String { lines.dropFirst().joined(separator: "\n") + "\n" }
    package var json: [UInt8] { ContactExport.encode(self) }
}

extension PersonalData.Consent {
    fileprivate var line: String {
        var parts = ["\(purpose) on \(channel): \(state) since \(since)"]
        if let notice { parts.append("under notice \(notice)") }
        if let expiresAt { parts.append("ends \(expiresAt)") }
        if let notAskedAgainBefore { parts.append("not asked again before \(notAskedAgainBefore)") }
        if let lastUsedAt { parts.append("last used \(lastUsedAt)") }
        return parts.joined(separator: ", ")
    }
}

extension PersonalData.Entry {
    fileprivate var line: String {
        let life = keptUntil.map { "until \($0)" } ?? "until the conversation ends"
        return "\(flow)/\(slot) = \(value.text)   (\(isKept ? "kept " : "")\(life))"
    }
}

extension PersonalData.Record {
    fileprivate var lines: [String] {
        section("The record", facts)
            + section("The conversation", conversation + question)
            + section(
                "Messages waiting to be sent",
                waitingMessages.flatMap { ["on \($0.channel):"] + Self.quoted($0.text) }
            )
            + section(
                "Notices shown",
                shownNotices.map { "\($0.notice) in \($0.locale) on \($0.channel), \($0.at)" }
            )
            + section("Proof of each change of consent", evidence.flatMap(\.lines))
            + section("Rights exercised", requests.map(\.line))
    }

    private var facts: [String] {
        var facts = [
            "pseudonym in the audit log: \(pseudonym), with \(auditLeaves) entries about you"
        ]
        if let createdAt { facts.append("first seen: \(createdAt)") }
        if let lastHeardAt { facts.append("last wrote: \(lastHeardAt)") }
        if let optedOutAt { facts.append("opted out of everything: \(optedOutAt)") }
        if isOptOutInDoubt { facts.append("asked whether STOP was meant; marketing waits") }
        if isRestricted { facts.append("restricted: kept, and used for nothing else") }
        if let age {
            facts.append("showed an age of \(age.atLeast) years or more: \(age.shownAt)")
        }
        if let planned = plannedDeletion {
            facts.append("to be erased: \(planned.at) (\(planned.recordClass)): \(planned.why)")
        }
        return facts
    }

    private var question: [String] {
        lastQuestion.map { ["the last question was:"] + Self.quoted($0) } ?? []
    }

    static func quoted(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { "  | \($0)" }
    }
}

extension PersonalData.Proof {
    fileprivate var lines: [String] {
        var lines = [
            "\(at)  \(purpose) on \(channel): \(from) → \(to)",
            "  \(act) by \(actor) (\(cause)), from \(address), in \(locale), turn \(turn)",
            "  asked by \(controller), for \(purposeName)",
        ]
        if let flow { lines.append("  \(flow)\(step.map { " at \($0)" } ?? "")") }
        if let messageID { lines.append("  message \(messageID)") }
        if let validUntil { lines.append("  valid until \(validUntil)") }
        if let wordsShown { lines += ["  answering:"] + indented(wordsShown) }
        if let notice {
            lines.append("  notice \(notice)\(noticeShownAt.map { ", shown \($0)" } ?? "")")
        }
        if let noticeText { lines += indented(noticeText) }
        return lines
    }

    private func indented(_ text: String) -> [String] {
        PersonalData.Record.quoted(text).map { "  \($0)" }
    }
}

extension PersonalData.Request {
    fileprivate var line: String {
        let end = closedAt.map { "answered \($0)" } ?? "open, to be answered by \(dueAt)"
        return "\(right): received \(receivedAt), \(end)"
    }
}

/// A heading with its lines; a section of nothing says so.
private func section(_ heading: String, _ body: [String]) -> [String] {
    ["", heading] + (body.isEmpty ? ["  nothing"] : body.map { "  \($0)" })
}
