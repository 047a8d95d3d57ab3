import Clocks
import Consent
package import Encryption
import MessageCatalog

// LAW: BGH, 10 February 2011, I ZR 164/09: a consent given electronically is stored so that it can
// be printed at any time.
/// The proof of one consent as a page that a lawyer can print and read.
///
/// One HTML file without script and without anything to load. The page's own words are English;
/// what was shown to the person stands in their language, as it was.
package struct ReceiptPage: Sendable {
    let dossier: ConsentDossier
    let signed: SignedReceipt

    /// A page for a dossier, and the signed receipt of the same dossier for its end.
    package init(_ dossier: ConsentDossier, signed: SignedReceipt) {
        self.dossier = dossier
        self.signed = signed
    }

    /// The page for a dossier, with its receipt signed for the end of it.
    package static func html(
        _ dossier: ConsentDossier,
        signedWith key: SigningKey
    ) throws(ReceiptError) -> String {
        ReceiptPage(dossier, signed: try SignedReceipt(dossier, as: .jsonld, with: key)).html
    }

    /// The whole file.
    package var html: String {
        let title: HTML = "Proof of consent: \(dossier.purposeName)"
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(PageStyle.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(title)</title>
            <style>
            \(PageStyle.css)
            </style>
            </head>
            <body>
            <h1>Proof of consent</h1>
            <p class="result">\(result)</p>
            <p class="note">Receipt <code>\(dossier.receiptID.text)</code>, issued \
            \(time(dossier.issuedAt)). All times are UTC.</p>
            \(who)
            \(what)
            \(bothActs)
            \(history)
            \(words)
            \(notices)
            \(withdrawal)
            \(verification)
            </body>
            </html>

            """
        return page.markup
    }

    private var result: HTML {
        let purpose = HTML.isolated(dossier.purposeName)
        let subject: HTML = "Consent to “\(purpose)” on \(dossier.channel)"
        guard let last = dossier.events.last else {
            return "\(subject): nobody has asked for it, and it was not given."
        }
        guard last.to.isValid else {
            let given = dossier.giving.map { " It was last given on \(time($0.at))." as HTML } ?? ""
            return "\(subject) is not valid: \(last.to.meaning) on \(time(last.at)).\(given)"
        }
        let end = last.validUntil.map { " It ends by itself on \(time($0))." as HTML } ?? ""
        return "\(subject) is valid: \(last.to.meaning) on \(time(last.at)).\(end)"
    }

    private var who: HTML {
        let controller = dossier.controller
        var facts: [(HTML, HTML)] = [
            ("Controller", .isolated(controller.name)),
            ("Address", "\(HTML.isolated(controller.address)), \(controller.country)"),
            ("Contact", .isolated(controller.contact)),
        ]
        if let officer = controller.dpo {
            facts.append(("Data protection officer", .isolated(officer)))
        }
        if let authority = controller.authority {
            facts.append(("Supervisory authority", .isolated(authority)))
        }
        facts.append(
            ("Person", "pseudonym <code>\(Hex.encode(dossier.subject.pseudonym))</code>")
        )
        if let address = dossier.subject.address {
            facts.append(
                ("Address of the person", "\(HTML.isolated(address)) (middle left out)")
            )
        }
        return section("Who", table(facts))
    }

    private var what: HTML {
        let purpose = dossier.purpose
        var facts: [(HTML, HTML)] = [
            (
                "Purpose",
                "\(HTML.isolated(dossier.purposeName)) (<code>\(purpose.id.name)</code>)"
            ),
            ("Channel", "\(dossier.channel)"),
            ("Legal basis", "\(HTML.isolated(purpose.legalBasis))\(article)"),
            ("Advertising", purpose.isMarketing ? "yes" : "no"),
            ("Given by", purpose.optIn == .double ? "double opt-in" : "one act"),
            ("Data", list(purpose.data)),
        ]
        if !purpose.specialCategories.isEmpty {
            facts.append(("Special categories", list(purpose.specialCategories)))
        }
        if let age = purpose.minimumAge { facts.append(("Minimum age", "\(age) years")) }
        facts += [
            ("Recipients", recipients),
            ("Stored in", "\(dossier.storage.country)"),
            (
                "Proof is kept",
                "\(dossier.storage.period.text): \(HTML.isolated(dossier.storage.citation))"
            ),
            ("Law of", "\(dossier.jurisdiction)"),
        ]
        return section("For what", table(facts))
    }

    private var article: HTML {
        guard Vocabulary.isUnderGDPR(dossier.jurisdiction) else { return "" }
        guard dossier.purpose.specialCategories.isEmpty else {
            return ", Art. 6(1)(a) and Art. 9(2)(a) GDPR"
        }
        return dossier.purpose.isExplicit ? ", Art. 6(1)(a) GDPR, explicit" : ", Art. 6(1)(a) GDPR"
    }

    private var recipients: HTML {
        guard !dossier.recipients.isEmpty else { return "none" }
        return .joined(
            dossier.recipients.map { recipient in
                let country = recipient.country.map { ", \($0)" as HTML } ?? ""
                let data: HTML =
                    recipient.receives.isEmpty ? "" : ", receives \(list(recipient.receives))"
                let transfer =
                    recipient.transfer.map { "; transfer: \(HTML.isolated($0))" as HTML } ?? ""
                let name = HTML.isolated(recipient.name)
                return "\(name) (\(recipient.role.rawValue)\(country)\(data))\(transfer)"
            },
            separator: "<br>"
        )
    }

    private var withdrawal: HTML {
        section(
            "How to withdraw",
            """
            <p>Consent can be withdrawn at any time, without giving a reason and at no charge. \
            What was lawful until then stays lawful.</p>
            <ul>
            \(.joined(dossier.withdrawal.map { "<li>\(HTML.isolated($0))</li>" }))
            </ul>
            """
        )
    }
}

// Building blocks.
extension ReceiptPage {
    func section(_ title: HTML, _ content: HTML) -> HTML {
        "<section>\n<h2>\(title)</h2>\n\(content)\n</section>"
    }

    func table(_ facts: [(HTML, HTML)]) -> HTML {
        let rows = facts.map { name, value in
            #"<tr><th scope="row">\#(name)</th><td>\#(value)</td></tr>"# as HTML
        }
        return "<table class=\"facts\"><tbody>\n\(.joined(rows))\n</tbody></table>"
    }

    func list(_ texts: [String]) -> HTML {
        texts.isEmpty ? "none" : .joined(texts.map { .isolated($0) }, separator: ", ")
    }

    /// `2026-03-01 10:00:41 UTC`, with the exact instant for machines.
    func time(_ instant: Timestamp) -> HTML {
        let text = instant.text
        let day = String(text.prefix(10))
        let clock = String(text.dropFirst(11).prefix(8))
        return #"<time datetime="\#(text)">\#(day) \#(clock) UTC</time>"#
    }
}

extension ConsentState {
    /// What the state says, for a sentence.
    var meaning: String {
        switch self {
        case .unknown: "nothing is known"
        case .requested: "it was requested"
        case .deferred: "the request lapsed without an answer"
        case .refused: "the person refused it"
        case .given: "the person gave it"
        case .renewed: "the person gave it again"
        case .expired: "it expired"
        case .invalidated: "it was found not to count"
        case .revoked: "the controller ended it"
        case .withdrawn: "the person withdrew it"
        }
    }
}
