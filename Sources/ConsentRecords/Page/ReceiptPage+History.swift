import Clocks
import Consent
import Encryption

// What happened, and the words that were shown.
extension ReceiptPage {
    /// The request and the confirmation side by side, when the person gave consent in two acts.
    var bothActs: HTML {
        guard dossier.purpose.optIn == .double, let request = dossier.request,
            let giving = dossier.giving
        else { return "" }
        return section(
            "The two acts of the double opt-in",
            """
            <table class="acts">
            <thead><tr><th></th><th scope="col">1. Request</th>\
            <th scope="col">2. Confirmation</th></tr></thead>
            <tbody>
            \(row("When", request, giving) { time($0.at) })
            \(row("Who acted", request, giving) { person($0) })
            \(row("How", request, giving) { "\(HTML.isolated($0.method)) on \($0.channel)" })
            \(row("Message", request, giving) { message($0) })
            \(row("Words answered", request, giving) { reference(to: $0) })
            </tbody>
            </table>
            """
        )
    }

    private func row(
        _ name: HTML,
        _ first: ConsentDossier.Event,
        _ second: ConsentDossier.Event,
        _ cell: (ConsentDossier.Event) -> HTML
    ) -> HTML {
        #"<tr><th scope="row">\#(name)</th><td>\#(cell(first))</td><td>\#(cell(second))</td></tr>"#
    }

    var history: HTML {
        let rows = dossier.events.enumerated().map { index, event -> HTML in
            """
            <tr><td>\(index + 1)</td><td>\(time(event.at))</td><td>\(event.to.meaning)<br>\
            <code>\(event.act.rawValue): \(event.from.rawValue) → \(event.to.rawValue)</code></td>\
            <td>\(person(event))<br>\(HTML.isolated(event.method)) on \(event.channel)</td>\
            <td>\(message(event))</td><td>\(trace(event))</td></tr>
            """
        }
        guard !rows.isEmpty else { return section("What happened", "<p>Nothing.</p>") }
        return section(
            "What happened",
            """
            <table class="events">
            <thead><tr><th scope="col">Act</th><th scope="col">When</th><th scope="col">What</th>\
            <th scope="col">Who and how</th><th scope="col">Message</th>\
            <th scope="col">Notice, log, flow</th></tr></thead>
            <tbody>
            \(.joined(rows))
            </tbody>
            </table>
            """
        )
    }

    /// The exact words before each act.
    var words: HTML {
        let shown = dossier.events.enumerated().compactMap { index, event -> HTML? in
            guard let words = event.words else { return nil }
            let title: HTML = "Before act \(index + 1), \(time(event.at)): \(event.to.meaning)"
            let text = words.text.map { HTML.quoted($0, in: event.locale) } ?? leftOut
            return """
                <h3 id="\(anchor(index))">\(title)</h3>
                \(text)
                <p class="note">SHA-256 <code>\(Hex.encode(words.sha256))</code>, language \
                \(event.locale)</p>
                """
        }
        guard !shown.isEmpty else { return "" }
        return section("The words that were shown", .joined(shown))
    }

    var notices: HTML {
        section(
            "The notice",
            .joined(
                dossier.notices.map { notice in
                    let text = notice.text.map { text in
                        """
                        \(HTML.quoted(text, in: notice.locale))
                        <p class="note">SHA-256 \
                        <code>\(Hex.encode(ConsentDossier.BoundText(text).sha256))</code></p>
                        """ as HTML
                    }
                    let published =
                        notice.url.map { ", published at \(HTML.isolated($0))" as HTML } ?? ""
                    return """
                        <h3>\(HTML.isolated(notice.version.description)), language \
                        \(notice.locale)\(published)</h3>
                        \(text ?? leftOut)
                        """
                }
            )
        )
    }

    private var leftOut: HTML { #"<p class="note">The text is not on this page.</p>"# }

    private func person(_ event: ConsentDossier.Event) -> HTML {
        switch event.actor {
        case .contact: "the person"
        case .engine: "the system"
        case .operator: "an operator of the controller"
        case .provider: "the channel’s provider"
        }
    }

    private func message(_ event: ConsentDossier.Event) -> HTML {
        event.message.map { "<code>\($0.text ?? $0.digest)</code>" } ?? "–"
    }

    /// The notice it rests on, its place in the log, and the edition of the flow.
    private func trace(_ event: ConsentDossier.Event) -> HTML {
        let notice = event.notice.map { notice -> HTML in
            "notice \(HTML.isolated(notice.version.description)), \(notice.locale)"
        }
        let leaf = event.auditLeaf.map { "leaf \($0) of the audit log" as HTML }
        let flow = event.flow.map { "<code>\($0)</code>" as HTML }
        let parts = [notice, leaf, flow].compactMap { $0 }
        return parts.isEmpty ? "–" : .joined(parts, separator: "<br>")
    }

    private func reference(to event: ConsentDossier.Event) -> HTML {
        guard event.words != nil, let index = dossier.events.firstIndex(of: event) else {
            return "none: the person wrote first"
        }
        return ##"<a href="#\##(anchor(index))">before act \##(index + 1)</a>"##
    }

    private func anchor(_ index: Int) -> HTML { "act-\(index + 1)" }
}

// How to check the page without us.
extension ReceiptPage {
    var verification: HTML {
        section(
            "How to check this",
            """
            <p>The box below is the same receipt for machines, signed by the controller: a JWS \
            (RFC 7515) with EdDSA (RFC 8037). Its second part, read as base64url, is the receipt \
            in JSON. Every statement and every text of this page must be in it, or its SHA-256.</p>
            <ol>
            <li>Get the controller’s public key from the controller, not from this page. Its \
            name (RFC 7638) must be <code>\(signed.publicKey.keyID)</code>.</li>
            <li>Copy the box into a file as one line, without spaces and line breaks.</li>
            <li>Run <code>parley consent verify FILE --key KEYFILE</code>, or any program that \
            verifies a JWS. One changed character, and it fails.</li>
            </ol>
            <p class="note">The signature says that the controller issued exactly this receipt. \
            It does not say what has happened since.</p>
            <pre>\(signed.text)</pre>
            """
        )
    }
}
