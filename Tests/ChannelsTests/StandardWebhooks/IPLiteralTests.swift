import Channels
import Testing

/// Addresses that a server must not be led to, in all their spellings.
struct IPLiteralTests {
    private func url(_ host: String) -> WebhookURL? {
        try? WebhookURL("https://\(host)/")
    }

    @Test(arguments: [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0X7F.0.0.1", "0x7f.1",
        "0177.0.0.1", "0177.1", "017700000001", "127.0.0.1.", "00177.0.0.01", "127.255.255.254",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::FFFF:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]",
        "[2002:7f00:0001::]", "localhost", "LOCALHOST", "localhost.", "a.localhost",
    ])
    func `this machine is known in every spelling`(host: String) {
        #expect(url(host)?.isLoopback == true)
        #expect(url(host)?.isLiterallyPrivate == true)
    }

    @Test(arguments: [
        "0.0.0.0", "0", "0x0", "10.0.0.0", "10.255.255.255", "012.0.0.1", "167772161",
        "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.257", "0xc0a80001",
        "169.254.169.254", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376", "169.16689662",
        "100.64.0.1", "100.127.255.255", "198.18.0.1", "192.0.0.192", "192.0.2.1", "224.0.0.1",
        "255.255.255.255", "4294967295", "[::]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]",
        "[::10.0.0.1]", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[febf::1]", "[fec0::1]",
        "[ff02::1]", "[64:ff9b::169.254.169.254]", "[64:ff9b:1::1]", "[2002:a9fe:a9fe::1]",
        "[2001:db8::1]", "[2001::1]", "[100::1]",
    ])
    func `networks of our own are known in every spelling`(host: String) {
        #expect(url(host)?.isLiterallyPrivate == true)
        #expect(url(host)?.isLoopback == false)
    }

    @Test(arguments: [
        "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
        "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
        "8.8.8.8", "134744072", "[2606:4700::1111]", "[::ffff:8.8.8.8]", "[64:ff9b::8.8.8.8]",
        "[2002:808:808::1]", "[2001:200::1]", "[fbff::1]", "[fe00::1]", "sms.example", "10.example",
        "0x7f.example", "localhost.example",
    ])
    func `the rest of the Internet stays reachable`(host: String) {
        #expect(url(host)?.isLiterallyPrivate == false)
        #expect(url(host)?.isLoopback == false)
    }

    @Test(arguments: [
        "256.0.0.1", "1.2.3.4.5", "1.2.3.256", "1.2.65536", "1.16777216", "4294967296", "08.0.0.1",
        "0x1g.1.1.1", "1.2.3.0x100", "a.1", "a.0x1", "99999999999999999999999", "1..2",
        "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[:::]", "[::12345]", "[:1::]",
        "[1:]", "[::g]", "[1:2:3:4:5:6:7::8]", "[::1.2.3]", "[::1.2.3.256]", "[::01.2.3.4]",
        "[1.2.3.4::]", "[::+1]", "[1:2:3:4:5:6:7:1.2.3.4]",
    ])
    func `what looks like an address and is none has no host`(host: String) {
        #expect(url(host) == nil)
    }

    @Test func `an address comes from a resolver as bytes`() throws {
        let mapped = try #require(IPLiteral(bytes: [10, 0, 0, 1]))
        #expect(mapped.isPrivate)
        #expect(mapped == url("[::ffff:10.0.0.1]")?.address)
        #expect(mapped == url("10.0.0.1")?.address)
        let reachable = try #require(
            IPLiteral(bytes: [0x26, 6, 0x47] + Array(repeating: 0, count: 13))
        )
        #expect(!reachable.isPrivate)
        for count in [0, 3, 5, 15, 17] {
            #expect(IPLiteral(bytes: Array(repeating: 1, count: count)) == nil)
        }
    }
}
