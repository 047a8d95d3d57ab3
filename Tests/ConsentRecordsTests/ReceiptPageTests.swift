import Consent
import ConsentRecords
import Encryption
import Testing

/// The page: it says everything, and no text can be more than text in it.
struct ReceiptPageTests {
    private func page(_ dossier: ConsentDossier) throws -> String {
        let signed = try SignedReceipt(dossier, as: .jsonld, with: Sample.key)
        return ReceiptPage(dossier, signed: signed).html
    }

    @Test func `the page says who, what, when and in which words`() throws {
        let page = try page(Sample.valid)
        for wanted in [
            "Example Company", "Example Street 1, 10115 Berlin", "privacy@example.com",
            "dpo@example.com", "Berliner Beauftragte", "606162636465666768696a6b6c6d6e6f",
            "whatsapp:+49…01", "Newsletter", "phone number", "WhatsApp Ireland Limited",
            "adequacy decision (EU) 2023/1795", "5 years", "§ 7a UWG", "double opt-in",
            "2026-03-01 10:00:00 UTC", "2026-03-01 10:00:41 UTC",
            #"datetime="2026-03-01T10:00:41.250Z""#, "Möchtest du unseren Newsletter?\n– Zoë",
            Sample.wordsOfConfirmation, Sample.noticeText, "privacy@2026-03", Sample.messageID,
            "leaf 14", "newsletter@4f2a, step confirm", "Write STOP to us on WhatsApp.",
            "Art. 6(1)(a) GDPR", "is valid: the person gave it on",
        ] {
            #expect(page.contains(wanted), "\(wanted)")
        }
    }

    @Test func `both acts stand side by side, with their messages`() throws {
        let page = try page(Sample.valid)
        let start = try #require(page.firstRange(of: "The two acts of the double opt-in"))
        let end = try #require(page.firstRange(of: "What happened"))
        let section = page[start.upperBound..<end.lowerBound]
        #expect(section.contains("10:00:00 UTC"))
        #expect(section.contains("10:00:41 UTC"))
        #expect(section.contains("<code>\(Sample.messageID)</code>"))
        #expect(section.contains("<code>\(Sample.messageID)Q</code>"))
    }

    @Test func `a withdrawn consent says so first, and still says when it was given`() throws {
        let page = try page(Sample.ended)
        #expect(page.contains("is not valid: the person withdrew it on"))
        #expect(page.contains("It was last given on"))
    }

    @Test func `the receipt at the end of the page holds`() throws {
        let page = try page(Sample.ended)
        let start = try #require(page.firstRange(of: "<pre>"))
        let end = try #require(page.firstRange(of: "</pre>"))
        let jws = String(page[start.upperBound..<end.lowerBound])
        let verified = ReceiptVerifier.verify(jws, keys: [Sample.key.publicKey])
        guard case .holds = verified else {
            Issue.record("\(verified)")
            return
        }
    }

    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</blockquote></body>",
        "' onmouseover='alert(1)", "<!-- ", "]]>", "&lt;script&gt;",
        "</style><style>*{display:none}",
        "\u{0}<\u{0}script>", "javascript:alert(1)",
    ]

    @Test(arguments: attacks)
    func `no text becomes markup, wherever it stands`(attack: String) throws {
        let plain = try page(everywhere("harmless"))
        let attacked = try page(everywhere(attack))
        #expect(tags(attacked) == tags(plain))
        #expect(attacked.contains("<script") == false)
    }

    @Test func `each character that HTML gives a meaning is escaped`() throws {
        var dossier = Sample.valid
        dossier.purposeName = "&<>\"'\u{0}\u{85}\u{200F}"
        #expect(
            try page(dossier).contains(
                "<bdi>&amp;&lt;&gt;&quot;&#39;\u{FFFD}\u{FFFD}\u{200F}</bdi>"
            )
        )
    }

    /// A dossier with the text in each of its fields that takes one.
    private func everywhere(_ text: String) -> ConsentDossier {
        var event = ConsentDossier.Event(
            at: Sample.given.at,
            from: .requested,
            to: .given,
            act: .confirm,
            actor: .contact,
            channel: text,
            method: text,
            message: text,
            words: text,
            notice: ConsentDossier.Notice(
                version: NoticeVersion(name: text, version: text),
                locale: text,
                text: text,
                url: text
            ),
            locale: text,
            flow: text
        )
        event.auditLeaf = 3
        var dossier = Sample.dossier([Sample.requested, event], jurisdiction: text)
        dossier.subject.address = text
        dossier.controller = ConsentDossier.Controller(
            name: text,
            address: text,
            contact: text,
            country: text,
            dpo: text,
            authority: text
        )
        dossier.channel = text
        dossier.purposeName = text
        dossier.recipients = [
            ConsentDossier.Recipient(name: text, country: text, receives: [text], transfer: text)
        ]
        dossier.storage.country = text
        dossier.storage.citation = text
        dossier.withdrawal = [text]
        return dossier
    }

    /// Every tag of the page, attributes and all, but for what is quoted in `lang` and `datetime`.
    private func tags(_ page: String) -> [String] {
        var tags: [String] = []
        var rest = page[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            tags.append(String(rest[start...end]))
            rest = rest[rest.index(after: end)...]
        }
        return tags
    }

    @Test func `nothing runs and nothing is loaded`() throws {
        let page = try page(Sample.ended).lowercased()
        for banned in ["<script", " src=", "<link", "<img", "<iframe", "@import", "url(", "http:"] {
            #expect(!page.contains(banned), "\(banned)")
        }
        #expect(page.contains("default-src 'none'"))
    }

    @Test func `a text written from right to left keeps its direction`() throws {
        let page = try page(Sample.valid)
        #expect(page.contains(#"<html lang="en" dir="ltr">"#))
        #expect(page.contains(#"<blockquote lang="ar" dir="rtl">\#(Sample.wordsOfConfirmation)"#))
        #expect(page.contains(#"<blockquote lang="de" dir="ltr">Möchtest"#))
    }

    @Test(arguments: ["", "not a locale", "x\" onload=\"y", "123"])
    func `an unknown locale leaves the direction to the text`(locale: String) throws {
        var event = Sample.given
        event.locale = locale
        let page = try page(Sample.dossier([event]))
        #expect(page.contains(#"<blockquote lang="" dir="auto">\#(Sample.wordsOfConfirmation)"#))
    }

    @Test func `a page for strangers has no words and no address`() throws {
        let page = try page(Sample.valid.pseudonymised())
        for personal in ["+49", Sample.messageID, "Zoë", Sample.wordsOfConfirmation] {
            #expect(!page.contains(personal))
        }
        #expect(page.contains("The text is not on this page."))
        #expect(page.contains(Sample.noticeText))
    }

    @Test func `a consent nobody asked for has a page too`() throws {
        let page = try page(Sample.dossier([]))
        #expect(page.contains("nobody has asked for it"))
    }
}
