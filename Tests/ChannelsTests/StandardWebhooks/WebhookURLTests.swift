import Channels
import Testing

/// Addresses that requests are posted to.
struct WebhookURLTests {
    private func fault(of text: String) -> WebhookURLError? {
        do throws(WebhookURLError) {
            _ = try WebhookURL(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("https://sms.example/messages?a=1", "sms.example", 443),
        ("HTTPS://SMS.Example", "sms.example", 443),
        ("https://a_b.example:8443", "a_b.example", 8443),
        ("https://sms.example.:1/", "sms.example", 1), ("https://10.0.0.1/x", "10.0.0.1", 443),
        ("https://[2001:DB8::1]:65535/", "2001:db8::1", 65_535),
        ("http://localhost:8080/x", "localhost", 8080), ("http://a.localhost", "a.localhost", 80),
        ("http://127.0.0.1:9/", "127.0.0.1", 9), ("http://[::1]", "::1", 80),
        ("https://1.2.3.example/@:x", "1.2.3.example", 443), ("https://a?b", "a", 443),
    ])
    func `a URL is taken apart`(text: String, host: String, port: Int) throws {
        let url = try WebhookURL(text)
        #expect(url.text == text)
        #expect(url.host == host)
        #expect(url.port == port)
    }

    @Test(
        arguments: [
            ("", .unknownScheme), ("sms.example", .unknownScheme),
            ("//sms.example", .unknownScheme),
            ("ftp://sms.example", .unknownScheme), ("https:/sms.example", .unknownScheme),
            ("file:///etc/passwd", .unknownScheme), ("https:sms.example", .unknownScheme),
            ("http://sms.example", .notSecure), ("http://10.0.0.1", .notSecure),
            ("http://0.0.0.0", .notSecure), ("http://localhost.example", .notSecure),
            ("http://mylocalhost", .notSecure), ("https://", .noHost), ("https:///x", .noHost),
            ("https://:443/", .noHost), ("https://?x", .noHost),
            ("https://a@b.example", .userInformation),
            ("https://a:b@c.example", .userInformation), ("https://@c.example", .userInformation),
            ("https://a.example#b", .fragment), ("https://a.example/#", .fragment),
            ("https://#a.example", .fragment), ("https://a b.example", .forbiddenCharacter),
            ("https://a.example/\r\nX: y", .forbiddenCharacter),
            ("https://a.example/\u{0}", .forbiddenCharacter),
            ("https://bücher.example", .forbiddenCharacter),
            ("https://a.example\\@b", .forbiddenCharacter),
            ("https://a.example/\u{7F}", .forbiddenCharacter),
            (" https://a.example", .forbiddenCharacter),
            ("https://%61.example", .malformedHost), ("https://a..example", .malformedHost),
            ("https://.example", .malformedHost), ("https://.", .malformedHost),
            ("https://a,b.example", .malformedHost), ("https://[::1", .malformedHost),
            ("https://[::1]x", .malformedHost), ("https://[]", .noHost),
            ("https://[127.0.0.1]", .malformedHost), ("https://[fe80::1%25eth0]", .malformedHost),
            ("https://::1/", .noHost), ("https://a.example:", .malformedPort),
            ("https://a.example:0", .malformedPort), ("https://a.example:65536", .malformedPort),
            ("https://a.example:+80", .malformedPort), ("https://a.example:80:80", .malformedPort),
            ("https://a.example:x", .malformedPort), ("https://[::1]:", .malformedPort),
        ] as [(String, WebhookURLError)]
    )
    func `what is no such URL is refused`(text: String, wanted: WebhookURLError) {
        #expect(fault(of: text) == wanted)
        #expect(!wanted.text.isEmpty)
    }

    @Test func `URLs, hosts and labels have a longest`() {
        let base = "https://a.example/"
        let rest = WebhookURL.longestText - base.utf8.count
        #expect(fault(of: base + String(repeating: "x", count: rest)) == nil)
        #expect(
            fault(of: base + String(repeating: "x", count: rest + 1)) == .tooLong(limit: 2048)
        )
        let label = String(repeating: "x", count: 63)
        #expect(fault(of: "https://\(label).example") == nil)
        #expect(fault(of: "https://\(label)x.example") == .malformedHost)
        let host = String(repeating: label + ".", count: 4)
        #expect(fault(of: "https://" + host.dropLast(3)) == nil)
        #expect(fault(of: "https://" + host.dropLast(1)) == .malformedHost)
    }

    @Test func `the path is not printed`() throws {
        let url = try WebhookURL("https://a.example/hooks/secret")
        #expect("\(url)" == "WebhookURL(a.example)")
        #expect(Mirror(reflecting: url).children.isEmpty)
    }
}
